"""The server's configuration file stands in for options that are not given."""

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from itdesk.entrypoints.cli.config_file import take_config
from itdesk.entrypoints.cli.server import server
from itdesk.entrypoints.server import CannotStart, checked_url, tell


@click.group("server")
@click.option("--config", type=click.Path(path_type=Path), callback=take_config)
def group(config: Path | None) -> None:
    """Stand for the real one."""


@group.command("run")
@click.option("--data-dir", type=click.Path(path_type=Path))
@click.option("--port", default=8470, type=click.IntRange(0, 65535))
@click.option("--trusted-proxy", multiple=True)
@click.option("--database")
@click.option("--loud", is_flag=True)
@click.option("--level", type=click.Choice(["info", "error"]))
def run(data_dir: Path | None, port: int, trusted_proxy: tuple[str, ...], **_: object) -> None:
    click.echo(f"{data_dir} {port} {trusted_proxy}")


@group.command("jobs")
@click.option("--data-dir", type=click.Path(path_type=Path))
def jobs(data_dir: Path | None) -> None:
    click.echo(f"{data_dir}")


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [str(one) for one in arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_what_the_file_says_holds_where_no_option_is_given(file: Path) -> None:
    file.write_text(
        '\ufeffdata_dir = "/srv/it"\nport = 80\ntrusted_proxy = ["10.0.0.1", "10.0.0.2"]\n', "utf-8"
    )
    assert called("--config", file, "run").output == "/srv/it 80 ('10.0.0.1', '10.0.0.2')\n"
    assert called("--config", file, "run", "--port", "81").output.split()[1] == "81"
    assert called("--config", file, "jobs").output == "/srv/it\n"


def test_an_empty_file_leaves_the_defaults(file: Path) -> None:
    file.touch()
    assert called("--config", file, "run").output == "None 8470 ()\n"


def test_the_mark_that_windows_editors_put_first_is_no_fault(file: Path) -> None:
    file.write_text("port = 81\n", "utf-8-sig")
    assert called("--config", file, "run").output == "None 81 ()\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"#\n prot = 80", ":2:2: “prot” is not known. Was “port” meant?"),
        (b"port = ", ":1:7 is no TOML: Invalid value. Each line is"),
        (b"port = 1\nport = 2\n#", ":2:9 is no TOML: Cannot overwrite a value"),
        (b"p\x00o\x00", "is no TOML"),
        (b"\xff\xfep\x00", "not in UTF-8"),
        (b"#" * 70_000, "larger than 65536 bytes"),
        (b"[run]\nport = 1", ":1:2: “run” is not known"),
        ("port = 1\n".encode("utf-16"), "Save it as UTF-8"),
    ],
)
def test_a_bad_file_is_one_sentence_that_names_it(file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    told = called("--config", file, "run")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert str(file) in told.output
    assert said in told.output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("port = 70000", "“port” is 70000, expected a number from 0 to 65535"),
        ("port = -1", "“port” is -1, expected a number"),
        ('port = "80"', "“port” is the text “80”, expected a number from 0 to 65535 without quotation marks"),
        ("port = 1.5", "“port” is 1.5"),
        ("port = true", "“port” is true"),
        ("port = inf", "“port” is inf"),
        ('trusted_proxy = "10.0.0.5"', "expected a list of texts, like trusted_proxy = ["),
        ("trusted_proxy = [5]", "“trusted_proxy” is a list, expected a list of texts"),
        ("data_dir = 5", "“data_dir” is 5, expected a text in quotation marks, like data_dir = "),
        ("loud = 1", "“loud” is 1, expected true or false, like loud = true"),
        ('level = "loud"', '“level” is the text “loud”, expected one of "info", "error"'),
        ("level = []", "“level” is a list"),
        ('data_dir = ["postgresql://it:hunter2@h/d"]', "“data_dir” is a list, expected a text"),
    ],
)
def test_a_bad_value_is_told_by_place_name_what_was_found_and_what_was_expected(
    file: Path, line: str, said: str
) -> None:
    file.write_text(f"# ours\n{line}\n")
    told = called("--config", file, "run")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert f"{file}:2:1: " in told.output
    assert said in told.output
    assert "hunter2" not in told.output


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize("mode", [0o604, 0o666, 0o602])
def test_a_password_that_everybody_reaches_is_refused(file: Path, mode: int) -> None:
    file.write_text('database = "postgresql://it:hunter2@db.example.com/itdesk"\n')
    file.chmod(mode)
    told = called("--config", file, "run")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert f"chmod o= {file}" in told.output
    assert "hunter2" not in told.output
    file.chmod(0o640)
    assert called("--config", file, "run").exit_code == 0
    file.write_text('database = "postgresql://db.example.com/itdesk"\n')
    file.chmod(mode)
    assert called("--config", file, "run").exit_code == 0


@pytest.mark.parametrize(
    "address",
    [
        "mysql://it:hunter2@h/d",
        "postgresql+asyncpg://it:hunter2@h/d",
        "postgresql://it:hunter2@h:x/d",
        "postgresql://it:hunter2#more@h/d",
        "postgresql://it:hunter2/more@h/d",
        "postgresql://[it:hunter2@h/d",
    ],
)
def test_a_database_that_is_none_is_told_without_its_password(address: str) -> None:
    with pytest.raises(CannotStart, match="postgresql://USER:PASSWORD@HOST") as told:
        checked_url(address)
    assert "hunter2" not in str(told.value)


def test_what_is_told_hides_the_password_however_it_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    tell(ValueError("no entry for hunt@er2, hunt%40er2"), 1, "postgresql://it:hunt%40er2@h/d")
    assert capsys.readouterr().err == "no entry for •••, •••\n"


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    told = called("--config", tmp_path / "none.toml", "run")
    assert (told.exit_code, "cannot be read" in told.output) == (2, True)


def test_the_real_command_takes_it(file: Path) -> None:
    file.write_text("hots = '::1'")
    told = CliRunner().invoke(server, ["--config", str(file), "run"])
    assert "Was “host” meant?" in told.output
