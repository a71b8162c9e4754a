"""What the two hosts of a sample do: the programs whose packets are recorded.

    hosts.py server|client SAMPLE

Each sample is a pair of functions, written with plain blocking sockets so that the order of the calls is the order of
the segments. The network around them (addresses, delay, loss) is the business of record.sh. A server prints "ready"
when it listens. The pauses give a host the time to send on its own what the sample shows, above all a separate ACK.
"""

import socket
import struct
import sys
import time

CLIENT = "192.0.2.10"
SERVER = "198.51.100.20"
NOBODY = "198.51.100.99"
SERVER_V6 = "2001:db8:2::20"
NAME_SERVER = "203.0.113.53"
NAME = "www.example.com"
HTTP_PORT = 80
TEXT_PORT = 4000
PEER_PORT = 4001
CLOSED_PORT = 8080
LINE = 64


def text(length):
    """`length` bytes of text in lines of 64 bytes that say where they are, to be found again in sequence numbers."""
    lines = []
    for offset in range(0, length, LINE):
        lines.append(f"This line begins at byte {offset} of the text.".ljust(LINE - 1, ".") + "\n")
    return "".join(lines).encode()[:length]


# --- sockets ---------------------------------------------------------------------------------------------------------


def accept(port, receive_buffer=None):
    """Listens on all addresses, says so, and returns the first connection."""
    listener = socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=1)
    if receive_buffer:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    print("ready", flush=True)
    connection, _ = listener.accept()
    listener.close()
    return connection


def receive_until(connection, end):
    """Everything up to and including `end`."""
    got = b""
    while not got.endswith(end):
        piece = connection.recv(65536)
        assert piece, "the other side closed early"
        got += piece
    return got


def receive_all(connection, length):
    """The next `length` bytes."""
    got = b""
    while len(got) < length:
        piece = connection.recv(length - len(got))
        assert piece, "the other side closed early"
        got += piece
    return got


def receive_to_end(connection):
    """Everything until the other side closes."""
    got = b""
    while piece := connection.recv(65536):
        got += piece
    return got


# --- HTTP ------------------------------------------------------------------------------------------------------------


def serve_http(length):
    """Answers one GET with `length` bytes of text, waits for the client's FIN, then closes."""
    connection = accept(HTTP_PORT)
    receive_until(connection, b"\r\n\r\n")
    head = f"HTTP/1.1 200 OK\r\nServer: example\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n"
    connection.sendall(head.encode() + text(length))
    receive_to_end(connection)
    time.sleep(0.05)
    connection.close()


def get_http(address, path):
    """Asks for `path`, reads the whole answer, and closes first."""
    connection = socket.create_connection((address, HTTP_PORT))
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\nAccept: text/plain\r\n\r\n".encode())
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += receive_all(connection, 1)
    receive_all(connection, int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0]))
    time.sleep(0.1)
    connection.close()


def serve_upload(length):
    """Takes a PUT of `length` bytes and says that it is stored."""
    connection = accept(HTTP_PORT)
    got = b""
    while len(got.partition(b"\r\n\r\n")[2]) < length:
        got += connection.recv(65536)
    connection.sendall(b"HTTP/1.1 201 Created\r\nServer: example\r\nContent-Length: 0\r\n\r\n")
    receive_to_end(connection)
    time.sleep(0.05)
    connection.close()


def put_http(length):
    """Uploads `length` bytes of text in one go."""
    connection = socket.create_connection((SERVER, HTTP_PORT))
    head = f"PUT /upload.txt HTTP/1.1\r\nHost: {NAME}\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\n\r\n"
    connection.sendall(head.encode() + text(length))
    receive_until(connection, b"\r\n\r\n")
    time.sleep(0.1)
    connection.close()


# --- one connection, one lesson --------------------------------------------------------------------------------------


def listen_nowhere():
    """A host that is up while nothing listens on the port."""
    print("ready", flush=True)


UNANSWERED_SECONDS = 16


def ask_nobody():
    """Asks an address that no host has: TCP tries again after 1, 2, 4 and 8 seconds, then the program gives up."""
    try:
        socket.create_connection((NOBODY, TEXT_PORT), timeout=UNANSWERED_SECONDS)
    except TimeoutError:
        return
    raise AssertionError("somebody answered")


def be_refused():
    try:
        socket.create_connection((SERVER, CLOSED_PORT))
    except ConnectionRefusedError:
        return
    raise AssertionError("the connection was not refused")


WORDS = ["window", "segment", "port", "option", "acknowledgment", "sequence", "checksum", "handshake"]


def sort_lines():
    """Reads lines until the client has no more, then sends them back in order, in three pieces."""
    connection = accept(TEXT_PORT)
    lines = sorted(receive_to_end(connection).splitlines(keepends=True))
    for first in range(0, len(lines), 3):
        time.sleep(0.06)
        connection.sendall(b"".join(lines[first : first + 3]))
    time.sleep(0.06)
    connection.close()


def ask_to_sort():
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.sendall("".join(word + "\n" for word in WORDS).encode())
    time.sleep(0.05)
    connection.shutdown(socket.SHUT_WR)
    assert receive_to_end(connection).splitlines() == [word.encode() for word in sorted(WORDS)]
    connection.close()


SLOW_LENGTH = 24000


def read_late():
    """A small receive buffer, and a program that reads nothing for two seconds."""
    connection = accept(TEXT_PORT, receive_buffer=8192)
    time.sleep(2)
    receive_all(connection, SLOW_LENGTH)
    receive_to_end(connection)
    connection.close()


def send_to_slow():
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.sendall(text(SLOW_LENGTH))
    connection.shutdown(socket.SHUT_WR)
    receive_to_end(connection)
    connection.close()


IDLE_SECONDS = 5


def answer_line():
    connection = accept(TEXT_PORT)
    receive_until(connection, b"\n")
    connection.sendall(b"hello, client\n")
    receive_to_end(connection)
    time.sleep(0.05)
    connection.close()


def stay_idle():
    """One exchange, then silence for three keep-alive intervals."""
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, IDLE_SECONDS)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, IDLE_SECONDS)
    connection.sendall(b"hello, server\n")
    receive_until(connection, b"\n")
    time.sleep(3.5 * IDLE_SECONDS)
    connection.close()


def answer_and_close_at_once():
    """Nothing is left to do when the client's FIN comes: the FIN goes out with the acknowledgment, which had waited."""
    connection = accept(TEXT_PORT)
    receive_until(connection, b"\n")
    connection.sendall(b"hello, client\n")
    receive_to_end(connection)
    connection.close()


def ask_and_close():
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.sendall(b"hello, server\n")
    receive_until(connection, b"\n")
    time.sleep(0.1)
    connection.close()


def open_on_the_second(own_port, address):
    """Connects at the next whole second but one from a port that the other host knows, as that host does at the same
    moment: neither listens, and both SYNs cross (RFC 9293 section 3.5, figure 7)."""
    connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    connection.bind(("", own_port))
    time.sleep(2 - time.time() % 1)
    connection.connect(address)
    return connection


def meet_and_answer():
    # Begins just after a whole second, so that both hosts mean the same one.
    time.sleep(1.1 - time.time() % 1)
    print("ready", flush=True)
    connection = open_on_the_second(TEXT_PORT, (CLIENT, PEER_PORT))
    receive_until(connection, b"\n")
    connection.sendall(b"hello, client\n")
    receive_to_end(connection)
    time.sleep(0.05)
    connection.close()


def meet_and_ask():
    connection = open_on_the_second(PEER_PORT, (SERVER, TEXT_PORT))
    time.sleep(0.1)
    connection.sendall(b"hello, server\n")
    receive_until(connection, b"\n")
    time.sleep(0.1)
    connection.close()


def close_on_the_second(connection):
    """Closes at the next whole second but one: both hosts read the same clock, so both FINs leave at once."""
    time.sleep(2 - time.time() % 1)
    connection.close()


def answer_and_close_together():
    connection = accept(TEXT_PORT)
    receive_until(connection, b"\n")
    connection.sendall(b"hello, client\n")
    close_on_the_second(connection)


def ask_and_close_together():
    # Begins just after a whole second, so that both hosts mean the same one.
    time.sleep(1.1 - time.time() % 1)
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.sendall(b"hello, server\n")
    receive_until(connection, b"\n")
    close_on_the_second(connection)


def answer_twice():
    """Sends its second line while the client's RST is on its way, then learns of that."""
    connection = accept(TEXT_PORT)
    receive_until(connection, b"\n")
    connection.sendall(b"hello, client\n")
    time.sleep(0.015)
    connection.sendall(b"still there, client?\n")
    try:
        connection.recv(65536)
    except ConnectionResetError:
        return
    raise AssertionError("the connection was not reset")


def leave_unread():
    """Closes without reading what has arrived: the kernel sends RST in place of FIN (RFC 9293 section 3.6.1)."""
    connection = socket.create_connection((SERVER, TEXT_PORT))
    connection.sendall(b"hello, server\n")
    connection.recv(65536, socket.MSG_PEEK)
    connection.close()


# --- DNS, RFC 1035 ---------------------------------------------------------------------------------------------------

TYPE_A, TYPE_AAAA, CLASS_IN = 1, 28, 1
QUERY_FLAGS, ANSWER_FLAGS = 0x0100, 0x8580  # recursion desired; answer, authoritative, recursion desired and available
TO_THE_QUESTION = 0xC00C  # a compressed name: see offset 12


def dns_question(kind):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in NAME.split("."))
    return labels + b"\0" + struct.pack("!HH", kind, CLASS_IN)


def answer_names():
    """A name server that knows one name and answers two questions."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((NAME_SERVER, 53))
    print("ready", flush=True)
    addresses = {
        TYPE_A: socket.inet_pton(socket.AF_INET, SERVER),
        TYPE_AAAA: socket.inet_pton(socket.AF_INET6, SERVER_V6),
    }
    for _ in range(2):
        query, client = server.recvfrom(512)
        (number,), (kind,) = struct.unpack_from("!H", query), struct.unpack_from("!H", query, len(query) - 4)
        address = addresses[kind]
        record = struct.pack("!HHHIH", TO_THE_QUESTION, kind, CLASS_IN, 3600, len(address)) + address
        head = struct.pack("!HHHHHH", number, ANSWER_FLAGS, 1, 1, 0, 0)
        server.sendto(head + dns_question(kind) + record, client)


def ask_names():
    for number, kind in ((0x2A01, TYPE_A), (0x2A02, TYPE_AAAA)):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            query = struct.pack("!HHHHHH", number, QUERY_FLAGS, 1, 0, 0, 0) + dns_question(kind)
            client.sendto(query, (NAME_SERVER, 53))
            assert client.recv(512)[:2] == query[:2]


SAMPLES = {
    "handshake": (lambda: serve_http(320), lambda: get_http(SERVER, "/hello.txt")),
    "refused": (listen_nowhere, be_refused),
    "three-segment-close": (answer_and_close_at_once, ask_and_close),
    "half-close": (sort_lines, ask_to_sort),
    "simultaneous-close": (answer_and_close_together, ask_and_close_together),
    "simultaneous-open": (meet_and_answer, meet_and_ask),
    "reset": (answer_twice, leave_unread),
    "download": (lambda: serve_http(22000), lambda: get_http(SERVER, "/download.txt")),
    "lost-segment": (lambda: serve_upload(36000), lambda: put_http(36000)),
    "lost-syn": (lambda: serve_http(320), lambda: get_http(SERVER, "/hello.txt")),
    "back-off": (listen_nowhere, ask_nobody),
    "zero-window": (read_late, send_to_slow),
    "keep-alive": (answer_line, stay_idle),
    "dns": (answer_names, ask_names),
    "ipv6": (lambda: serve_http(320), lambda: get_http(SERVER_V6, "/hello.txt")),
}

SAMPLES[sys.argv[2]][("server", "client").index(sys.argv[1])]()
