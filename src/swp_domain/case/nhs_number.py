"""NHS numbers: ten digits of which the last checks the others (modulus 11)."""

from __future__ import annotations

from swp_domain.personal import Forgotten, Sealed


def checked(number: str | Sealed) -> str | Sealed:
    """The number without spaces, if its check digit is right. One that was recorded before is not judged again.

    Raises:
        ValueError: it is not ten digits, or the check digit is wrong.
    """
    if isinstance(number, (Forgotten, Sealed)):
        return number
    digits = number.replace(" ", "").replace("-", "")
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit():
        raise ValueError("an NHS number has ten digits")
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - weighted % 11
    if (0 if check == 11 else check) != int(digits[-1]):
        raise ValueError("the check digit of the NHS number is wrong: look for a slip of the keys")
    return digits
