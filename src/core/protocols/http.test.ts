import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const hexOf = (text: string) => Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
/** A segment to port 80 or another with text in it. */
const tcp = (
  text: string,
  port = "0050",
  flags = "5018",
) => `${ETHERNET} 0800 4500 0${(40 + text.length).toString(16).padStart(3, "0")}
  0001 0000 4006 0000 0a000001 0a000002 c000 ${port} 00000001 00000001 ${flags} 0100 0000 0000 ${hexOf(text)}`;
const REQUEST = "GET /a?b=1 HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: t\r\n\r\n";
const ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\n\r\nhi";

it("reads a request (RFC 9112 §3) with its header lines", () => {
  expect(lastLayer(1, tcp(REQUEST)).fields).toEqual({
    "http.first_line": "GET /a?b=1 HTTP/1.1",
    "http.request.method": "GET",
    "http.request.uri": "/a?b=1",
    "http.request.uri.path": "/a",
    "http.request.uri.query": "b=1",
    "http.request.version": "HTTP/1.1",
    "http.request.line": "Host: www.example.com\\r\\n,User-Agent: t\\r\\n",
    "http.host": "www.example.com",
    "http.user_agent": "t",
    "http.request.full_uri": "http://www.example.com/a?b=1",
    "http.request": "1",
  });
});

it("reads an answer (RFC 9112 §4)", () => {
  const { fields, column } = lastLayer(1, tcp(ANSWER));
  expect(column).toBe("HTTP");
  expect(fields).toMatchObject({
    "http.response.version": "HTTP/1.1",
    "http.response.code": "200",
    "http.response.phrase": "OK",
    "http.content_type": "text/plain; charset=utf-8",
    "http.content_length": "2",
    "http.response": "1",
  });
});

it("finds the messages behind the first, where their bodies tell how long they are", () => {
  const bodiless = "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n";
  expect(lastLayer(1, tcp(bodiless + ANSWER + ANSWER)).fields["http.response.code"]).toBe("304,200,200");
  const endless = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(lastLayer(1, tcp(endless + ANSWER)).fields["http.response.code"]).toBe("200");
});

it("shows a head that goes on in the next segment as far as it is there", () => {
  const { fields, info } = lastLayer(1, tcp(REQUEST.slice(0, 50)));
  expect(fields).toMatchObject({ "http.host": "www.example.com", "http.request.method": "GET" });
  expect(fields).not.toHaveProperty("http.user_agent");
  expect(info).toBe("GET /a?b=1 HTTP/1.1");
});

describe("the Info column", () => {
  const typed = (type: string) => `HTTP/1.0 200 OK\r\nContent-Type: ${type}\r\n\r\nx`;
  const chunked = (body: string) =>
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n${body}`;
  it.each([
    [REQUEST, "GET /a?b=1 HTTP/1.1"],
    [ANSWER, "HTTP/1.1 200 OK  (text/plain)"],
    [typed("image/gif"), "HTTP/1.0 200 OK  (image/gif)"],
    [typed("image/gif").replace(/x$/, "GIF89a"), "HTTP/1.0 200 OK  (GIF89a)"],
    [chunked("0\r\n\r\n"), "HTTP/1.1 200 OK"],
    [chunked("2\r\nhi\r\n"), "HTTP/1.1 200 OK  (text/html)"],
    ["HTTP/1.1 204 No Content\r\nContent-Type: text/plain\r\n\r\n", "HTTP/1.1 204 No Content"],
    ["HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200"],
  ])("%j", (text, info) => {
    expect(readFrame(1, tcp(text)).info).toBe(info);
  });
});

describe("the columns of a body that is read on", () => {
  const answer = (type: string) => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: 2\r\n\r\n`;
  it.each([
    ["text/xml", "HTTP/XML", "HTTP/1.1 200 OK"],
    ["application/soap+xml; charset=utf-8", "HTTP/XML", "HTTP/1.1 200 OK"],
    ["application/json", "HTTP/JSON", "HTTP/1.1 200 OK , JavaScript Object Notation (application/json)"],
  ])("%s", (type, column, info) => {
    expect(lastLayer(1, tcp(`${answer(type)}{}`))).toMatchObject({ column, info });
  });

  it("are HTTP's own while the body goes on in the next segment", () => {
    const info = "HTTP/1.1 200 OK  (text/xml)";
    expect(lastLayer(1, tcp(`${answer("text/xml")}<`))).toMatchObject({ column: "HTTP", info });
  });
});

it("ends a target at its first blank, and takes the rest for the version", () => {
  expect(lastLayer(1, tcp("GET /a?b c HTTP/1.1\r\nHost: x\r\n\r\n")).fields).toMatchObject({
    "http.request.uri": "/a?b",
    "http.request.uri.path": "/a",
    "http.request.uri.query": "b",
    "http.request.version": "c HTTP/1.1",
    "http.request.full_uri": "http://x/a?b",
  });
});

it("keeps the end of a header line as it is, and blanks before it", () => {
  expect(lastLayer(1, tcp("GET / HTTP/1.1\nHost:  x \n\n")).fields).toMatchObject({
    "http.request.line": "Host:  x \\n",
    "http.host": "x ",
  });
});

describe("a head that the capture cuts", () => {
  const cut = (text: string, length: number) => lastLayer(1, tcp(text), { captured: 54 + length }).fields;

  it("shows what is there of a header line, once its name is", () => {
    expect(cut(REQUEST, 20)).not.toHaveProperty("http.request.line");
    expect(cut(REQUEST, 25)).not.toHaveProperty("http.request.line");
    expect(cut(REQUEST, 33)).toMatchObject({
      "http.request.line": "Host: www.ex",
      "http.host": "www.ex",
      "http.request.full_uri": "http://www.ex/a?b=1",
    });
    expect(cut(REQUEST, 43)).toMatchObject({
      "http.request.line": "Host: www.example.com\\r",
      "http.host": "www.example.com",
    });
    expect(cut(ANSWER, 33)).toMatchObject({ "http.response.line": "Content-Type: te", "http.content_type": "te" });
  });

  it("shows what is there of its first line", () => {
    expect(cut(REQUEST, 5)).toMatchObject({ "http.request.method": "GET", "http.request.uri": "/" });
    expect(cut(REQUEST, 4)).not.toHaveProperty("http.request.uri");
    expect(cut(REQUEST, 15)).toMatchObject({ "http.request.uri": "/a?b=1", "http.request.version": "HTTP" });
    expect(cut(ANSWER, 5)).toMatchObject({ "http.response.version": "HTTP/", "http.response": "1" });
    expect(cut(ANSWER, 11)).not.toHaveProperty("http.response.code");
    expect(cut(ANSWER, 14)).toMatchObject({ "http.response.code": "200", "http.response.phrase": "O" });
  });
});

describe("what is no beginning of a message", () => {
  it.each(["GET\r\n\r\n", "GET the milk\r\n", "HTTP/1.1 OK\r\n", "the rest of a body", "get / HTTP/1.1\r\n"])(
    "%j",
    (text) => {
      expect(lastLayer(1, tcp(text)).key).toBe("tcp");
    },
  );

  it("is what a reset carries, and nothing at all", () => {
    expect(lastLayer(1, tcp(REQUEST, "0050", "5014")).key).toBe("tcp");
    expect(lastLayer(1, tcp("")).key).toBe("tcp");
  });
});

it("is known on any port", () => {
  expect(lastLayer(1, tcp(REQUEST, "9999")).key).toBe("http");
});

it("reads the discovery of devices over UDP", () => {
  const text = "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n\r\n";
  const hex = `${ETHERNET} 0800 4500 00${(28 + text.length).toString(16)} 0001 0000 4011 0000 0a000001 effffffa
    c000 076c 00${(8 + text.length).toString(16)} 0000 ${hexOf(text)}`;
  const { key, fields, column } = lastLayer(1, hex);
  expect([key, column, fields["http.notification"]]).toEqual(["ssdp", "SSDP", "1"]);
  expect(fields).not.toHaveProperty("http.request");
});
