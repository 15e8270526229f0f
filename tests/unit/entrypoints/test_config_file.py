"""The server's configuration file stands in for options that are not given."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from itdesk.entrypoints.cli.config_file import take_config
from itdesk.entrypoints.cli.server import server


@click.group("server")
@click.option("--config", type=click.Path(path_type=Path), callback=take_config)
def group(config: Path | None) -> None:
    """Stand for the real one."""


@group.command("run")
@click.option("--data-dir", type=click.Path(path_type=Path))
@click.option("--port", default=8470, type=click.IntRange(0, 65535))
@click.option("--trusted-proxy", multiple=True)
def run(data_dir: Path | None, port: int, trusted_proxy: tuple[str, ...]) -> None:
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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"prot = 80", "“prot” is not known. Was “port” meant?"),
        (b"port = ", "is no TOML: Invalid value (at end of document)"),
        (b"port = 1\nport = 2\n#", "line 2"),
        (b"p\x00o\x00", "is no TOML"),
        (b"\xff\xfep\x00", "not in UTF-8"),
        (b"#" * 70_000, "larger than 65536 bytes"),
        (b"[run]\nport = 1", "“run” is not known"),
    ],
)
def test_a_bad_file_is_one_sentence_that_names_it(file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    told = called("--config", file, "run")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
    assert str(file) in told.output
    assert said in told.output


@pytest.mark.parametrize(
    ("line", "said"), [("port = 70000", "0<=x<=65535"), ('port = "x"', "not a valid integer")]
)
def test_a_bad_value_is_refused_as_a_bad_option_is(file: Path, line: str, said: str) -> None:
    file.write_text(line)
    told = called("--config", file, "run")
    assert told.exit_code == 2
    assert said in told.output
    assert "--port" in told.output


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    told = called("--config", tmp_path / "none.toml", "run")
    assert (told.exit_code, "cannot be read" in told.output) == (2, True)


def test_the_real_command_takes_it(file: Path) -> None:
    file.write_text("hots = '::1'")
    told = CliRunner().invoke(server, ["--config", str(file), "run"])
    assert "Was “host” meant?" in told.output
