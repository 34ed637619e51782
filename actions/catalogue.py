"""Everything the assistant does: the forms, and what is answered at once, by intent."""

from collections.abc import Callable, Mapping

from actions import account, sent, session
from actions.agenda import show_agenda
from actions.booking import BookingFlow
from actions.customer import CustomerFlow
from actions.customer_update import CustomerUpdateFlow
from actions.effect import ask_data
from actions.find_customer import find_customer
from actions.forms.flow import Flow
from actions.handbook import handbook_question
from actions.opener import explain_opener, note_fact, prepare_opener, rate_opener, recommend_opener
from actions.plan import PlanFlow
from actions.practice import PracticeFlow
from actions.question import explain_question, prepare_question, recommend_question
from actions.telephone import TelephoneFlow
from actions.turn import Turn
from actions.visit import VisitFlow
from actions.wording_check import WordingCheckFlow, check_in_passing
from dakehu.coaching import wording_check
from dakehu.coaching.practice import scenarios
from dakehu.coaching.question import fitting, types
from dakehu.handbook import finding

FLOWS: Mapping[str, Flow] = {
    flow.name: flow
    for flow in (
        VisitFlow(),
        PlanFlow(),
        BookingFlow(),
        CustomerFlow(),
        CustomerUpdateFlow(),
        PracticeFlow(),
        TelephoneFlow(),
        WordingCheckFlow(),
    )
}

TOPICS: Mapping[str, Callable[[Turn], None]] = {
    "greet": session.greet,
    "goodbye": session.goodbye,
    "thank": session.thank,
    "help": session.help_,
    "set_language": session.set_language,
    "undo": session.undo_,
    "resume": session.resume_,
    "who_am_i": account.who_am_i,
    "unbind": account.unbind,
    "bind_channel": account.bind_channel,
    "set_channel": account.set_channel,
    "share_location": sent.share_location,
    "send_file": sent.send_file,
    "show_agenda": show_agenda,
    "find_customer": find_customer,
    "handbook_question": handbook_question,
    "ask_data": ask_data,
    "recommend_opener": recommend_opener,
    "explain_opener": explain_opener,
    "prepare_opener": prepare_opener,
    "rate_opener": rate_opener,
    "note_fact": note_fact,
    "recommend_question": recommend_question,
    "explain_question": explain_question,
    "prepare_question": prepare_question,
    "check_wording": check_in_passing,
}
"""Answered at any time, also in the middle of a form, which then goes on."""

LEARNT: tuple[Callable[[], object], ...] = (
    types.classifier,
    fitting.classifier,
    finding.learn,
    wording_check.learn,
    scenarios,
)
"""What is learnt, read or compiled once a process: before any message, so that nobody waits."""
