from click.testing import CliRunner

from fingerpost.cli import main


def test_places_lists_candidates_with_the_reason() -> None:
    lines = CliRunner().invoke(main, ["places", "Norfolk"]).output.splitlines()
    assert "Norfolk, US-VA (town" in lines[0]
    assert "238,005 people" in lines[0]


def test_places_keeps_to_a_region() -> None:
    output = CliRunner().invoke(main, ["places", "Cambridge", "--in", "GB"]).output
    assert all(", GB-" in line for line in output.splitlines())


def test_places_near_another_gives_the_distance() -> None:
    lines = (
        CliRunner().invoke(main, ["places", "Norfolk", "--near", "Boston, Massachusetts"]).output.splitlines()
    )
    assert lines[0].startswith("Norfolk, US-MA") and "miles" in lines[0]


def test_places_says_plainly_that_a_name_is_unknown() -> None:
    result = CliRunner().invoke(main, ["places", "Xyzzyville"])
    assert result.exit_code == 1
    assert '"Xyzzyville"' in result.output and "Traceback" not in result.output
