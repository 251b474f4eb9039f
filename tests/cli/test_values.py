import pytest

from core.cli.values import number, whole
from core.errors import UserError

bars = whole("Length in bars", 1, 256)
temperature = number("Temperature", 0, 2)


def test_numbers_in_range_are_read() -> None:
    assert [bars("1"), bars("256"), bars(" 12 "), bars("+3")] == [1, 256, 12, 3]
    assert [temperature("0"), temperature("2"), temperature("1e-1")] == [0, 2, 0.1]


@pytest.mark.parametrize("text", ["0", "257", "-1", "1.5", "x", "", "1_0", "٣", "9" * 5000])
def test_other_whole_numbers_are_refused_by_name(text: str) -> None:
    with pytest.raises(UserError, match="Length in bars must be"):
        bars(text)


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "-0.1", "2.01", "10", "1,5", "", "1e400"])
def test_other_numbers_are_refused_by_name(text: str) -> None:
    with pytest.raises(UserError, match="Temperature must be"):
        temperature(text)
