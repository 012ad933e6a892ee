"""The loopback network: browsers and their drivers talk over it, and it may be switched off."""

import fcntl
import platform
import socket
import struct

from bindery.setup.shell import SetupError

READ_FLAGS, WRITE_FLAGS = 0x8913, 0x8914  # SIOCGIFFLAGS and SIOCSIFFLAGS of Linux, see netdevice(7)
IS_UP = 0x1  # IFF_UP
REQUEST = struct.Struct("16sH14x")  # the name of a network interface and its flags


def ensure() -> None:
    """Switches the loopback network on where it is off.

    Raises:
        SetupError: it is off, and switching it on takes an administrator.
    """
    if platform.system() != "Linux":
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        answer = fcntl.ioctl(handle, READ_FLAGS, REQUEST.pack(b"lo", 0))
        flags = REQUEST.unpack(answer)[1]
        if not flags & IS_UP:
            _switch_on(handle, flags)


def _switch_on(handle: socket.socket, flags: int) -> None:
    try:
        fcntl.ioctl(handle, WRITE_FLAGS, REQUEST.pack(b"lo", flags | IS_UP))
    except OSError as error:
        raise SetupError(
            "The loopback network is off, and the tests need it. Ask for this command to be run:\n\n"
            "  ip link set lo up"
        ) from error
