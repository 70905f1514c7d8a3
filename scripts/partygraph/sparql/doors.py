"""Shuts the ways out of a process before it answers a query: what slipped by the guard still reaches nothing."""

from __future__ import annotations

import os
import sys

SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""The machine as Linux's filters name it (AUDIT_ARCH), and the number of its system call ``socket``."""

NO_NEW_PRIVILEGES, SET_FILTER, FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | 13
"""From linux/prctl.h, linux/bpf_common.h and linux/seccomp.h; what is refused fails with EACCES."""


def shut(memory: int, *, files: bool) -> None:
    """Let the process open no socket, take so many bytes more than it has, and open no file unless it needs ``files``.

    A store on the disk opens its files when they are needed: without them it fails, and some queries then take memory
    without end. Where the system has no such limits the guard stands alone.
    """
    if sys.platform == "win32":
        return
    import resource

    most = _addresses() + memory
    _limit(resource.RLIMIT_AS, most)
    if files:
        _refuse_sockets()
    else:
        _limit(resource.RLIMIT_NOFILE, 0)


def _limit(kind: int, most: int) -> None:
    import resource

    try:
        resource.setrlimit(kind, (most, most))
    except (ValueError, OSError):
        # A lower limit of the system's own holds then.
        return


def _addresses() -> int:
    """Return how many bytes of addresses the process has: those of a store on the disk are many, and mostly unused."""
    try:
        with open("/proc/self/statm", "rb") as stream:  # noqa: PTH123 - pathlib takes longer than most queries
            return int(stream.read().partition(b" ")[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _refuse_sockets() -> None:
    if sys.platform != "linux" or os.uname().machine not in SOCKET:
        return
    import ctypes
    import struct

    machine, call = SOCKET[os.uname().machine]
    steps = (
        (LOAD, 0, 0, 4),  # the machine
        (EQUAL, 0, 3, machine),
        (LOAD, 0, 0, 0),  # the number of the call
        (EQUAL, 0, 1, call),
        (RETURN, 0, 0, REFUSE),
        (RETURN, 0, 0, ALLOW),
    )
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    header = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(program)))
    library = ctypes.CDLL(None)
    library.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    library.prctl(SET_FILTER, FILTER, header, 0, 0)
