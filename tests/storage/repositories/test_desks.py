from datetime import timedelta

import pytest

from dakehu import customer, visit
from dakehu.access import Denied, Reason
from dakehu.codes import Language, VisitMethod
from dakehu.people import set_language
from dakehu.storage import tables
from dakehu.storage.repositories import desk
from dakehu.visit import VisitDraft
from tests.storage.repositories.conftest import Office


def test_nobody_sits_down_under_an_unknown_id(office: Office) -> None:
    with pytest.raises(Denied) as denied, desk(office.database, office.clock, 999, "web", "m1"):
        pass
    assert denied.value.reason is Reason.UNKNOWN
    (row,) = office.audit("denied")
    assert (row.staff_id, row.subject, row.subject_id) == (None, "staff", 999)


def test_someone_who_left_is_refused_from_that_moment(office: Office) -> None:
    with office.database.transaction() as session:
        session.get_one(tables.Staff, office.staff["specialist1"]).active = False
    with pytest.raises(Denied) as denied, office.desk():
        pass
    assert denied.value.reason is Reason.INACTIVE


def test_a_refusal_leaves_its_audit_row_and_nothing_else(office: Office) -> None:
    with pytest.raises(Denied), office.desk() as opened:
        hour_ago = opened.now - timedelta(hours=1)
        ours, theirs = office.customers["华东机电"], office.customers["南方电缆"]
        visit.log_visit(opened, VisitDraft(ours, VisitMethod.PHONE, hour_ago, "聊了报价"))
        customer.update(opened, theirs, {"region": "华南"})
    assert office.count(tables.Visit) == 0
    (row,) = office.audit("denied")
    assert (row.staff_id, row.channel, row.message_id) == (office.staff["specialist1"], "web", "m1")
    assert (row.subject, row.subject_id) == ("customer", office.customers["南方电缆"])
    assert row.after == {"reason": "not_yours"}


def test_a_refusal_while_reading_is_written_down_too(office: Office) -> None:
    with pytest.raises(Denied), office.reading_desk() as opened:
        customer.card(opened, office.customers["北方钢铁"])
    assert len(office.audit("denied")) == 1


def test_any_other_failure_leaves_nothing(office: Office) -> None:
    with pytest.raises(ZeroDivisionError), office.desk() as opened:
        customer.update(opened, office.customers["华东机电"], {"region": "华东"})
        _ = 1 / 0
    assert office.audit("customer.update", "denied") == []


def test_a_manager_reaches_the_team_and_only_the_team(office: Office) -> None:
    with office.reading_desk("manager1") as opened:
        assert {named.forms[0][:4] for named in customer.names(opened)} == {"华东机电", "南方电缆"}


def test_an_admin_sees_all_and_the_office_no_customers(office: Office) -> None:
    with office.reading_desk("admin1") as opened:
        assert len(customer.names(opened)) == 3
    with office.reading_desk("office1") as opened:
        assert customer.names(opened) == []


def test_a_language_is_kept_and_audited(office: Office) -> None:
    with office.desk() as opened:
        set_language(opened, Language.EN)
    with office.reading_desk() as opened:
        assert opened.person.language is Language.EN
        assert opened.staff.by_login("specialist1") == opened.person
    assert office.audit("staff.update")[-1].after == {"language": "en"}
