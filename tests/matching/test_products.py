import numpy as np

from mixer_app.matching.products import product


def test_flags_of_the_processor_are_no_warnings():
    left = np.array([[1.0, 2.0]], np.float32)
    assert product(left, left.T).tolist() == [[5.0]]
    with np.errstate(all="raise"):
        assert product(np.full((1, 1), 1e38, np.float32), np.full((1, 1), 1e38, np.float32)).tolist() == [[np.inf]]
