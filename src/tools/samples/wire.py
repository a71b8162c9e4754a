"""A wire between two hosts: two TAP interfaces, and every frame of one comes out of the other later.

    wire.py NAME NAME ONE_WAY_MS MBIT_PER_S

It knows frames and time only; it drops and changes nothing. Loss is the business of the router's firewall. A program
does what `tc netem` would do, because not every kernel is built with netem, and because a TAP has no offloads: each
kernel cuts its own segments and computes its own checksums, so a capture shows what a real wire would carry.

Prints "ready" once both interfaces exist; they vanish, in whatever namespace they are then, when the program ends.
"""

import fcntl
import os
import select
import struct
import sys
import time
from collections import deque

# linux/if_tun.h
TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000

MAX_FRAME = 65536


def open_tap(name):
    """Creates the TAP interface `name` in this namespace; returns its file descriptor."""
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
    return tap


class Direction:
    """One direction of the wire: frames on their way, in order, each with the moment when it arrives (seconds)."""

    def __init__(self, source, target, delay, bits_per_second):
        self.source, self.target = source, target
        self.delay, self.bits_per_second = delay, bits_per_second
        self.under_way = deque()
        self.free_at = 0.0

    def take(self, now):
        frame = os.read(self.source, MAX_FRAME)
        self.free_at = max(now, self.free_at) + len(frame) * 8 / self.bits_per_second
        self.under_way.append((self.free_at + self.delay, frame))

    def deliver(self, now):
        while self.under_way and self.under_way[0][0] <= now:
            os.write(self.target, self.under_way.popleft()[1])


def main():
    left, right = open_tap(sys.argv[1]), open_tap(sys.argv[2])
    delay, rate = float(sys.argv[3]) / 1e3, float(sys.argv[4]) * 1e6
    directions = [Direction(left, right, delay, rate), Direction(right, left, delay, rate)]
    print("ready", flush=True)
    while True:
        now = time.monotonic()
        arrivals = [direction.under_way[0][0] for direction in directions if direction.under_way]
        wait = max(0.0, min(arrivals) - now) if arrivals else None
        readable, _, _ = select.select([left, right], [], [], wait)
        now = time.monotonic()
        for direction in directions:
            if direction.source in readable:
                direction.take(now)
            direction.deliver(now)


main()
