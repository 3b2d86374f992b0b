import numpy as np
import zxingcpp

from mixer_app.printing.marks import qr_bits


def test_a_badge_code_is_a_version_one_code_of_level_q():
    bits, modules = qr_bits("GMCFC7J7")
    assert modules == 21
    rows = np.unpackbits(np.frombuffer(bits, np.uint8).reshape(21, 3), axis=1)[:, :21]
    picture = np.kron(np.pad(1 - rows, 4, constant_values=1), np.ones((4, 4))).astype(np.uint8) * 255
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == "GMCFC7J7"
    assert "Q" in str(code.ec_level)
