"""Products of matrices of finite numbers."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.float32, np.float64)


def product(left: NDArray[Number], right: NDArray[Number]) -> NDArray[Number]:
    """`left @ right`, both finite; shapes (a, b) and (b, c) give (a, c).

    Small BLAS kernels raise floating-point flags from lanes of a register that hold no number of
    theirs, and NumPy then warns of an invalid value that is nowhere in the result.
    """
    with np.errstate(all="ignore"):
        return np.matmul(left, right)
