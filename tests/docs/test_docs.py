"""What the documents say about the project is so."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import typer
import yaml

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_every_direct_dependency_is_explained() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    told = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    for requirement in (r for group in groups.values() for r in group if isinstance(r, str)):
        name = re.split(r"[\[<>=; ]", requirement)[0]
        assert re.search(rf"\| (.*, )?{name}(, .*)? \|", told), name


def test_both_readmes_give_the_same_commands() -> None:
    english, chinese = (_blocks(ROOT / name) for name in ("README.md", "README.zh-CN.md"))
    assert english == chinese


def test_every_command_of_a_page_exists() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"(?:`|run |bin/)dakehu ([a-z]+)(?: ([a-z]+))?", text))
    assert named
    for command, sub in named:
        assert (ROOT / f"dakehu/commands/{command}.py").exists(), command
        app = import_module(f"dakehu.commands.{command}").app
        if app.info.name and sub:
            assert sub in typer.main.get_command(app).commands, f"{command} {sub}"


def test_both_readmes_have_the_same_sections() -> None:
    english, chinese = (
        re.findall(r"^#+ ", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("README.md", "README.zh-CN.md")
    )
    assert english == chinese


def test_every_form_has_its_page() -> None:
    for domain in ROOT.glob("domain/*.yml"):
        if "forms" in yaml.safe_load(domain.read_text(encoding="utf-8")):
            assert (ROOT / f"docs/flows/{domain.stem}.md").exists()


def _blocks(page: Path) -> list[str]:
    return re.findall(r"```\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
