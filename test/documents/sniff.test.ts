import { describe, expect, it } from "vitest";
import { sniff } from "../../workers/documents/sniff.ts";

const encode = (text: string) => new TextEncoder().encode(text);

describe("a file's type", () => {
  it.each([
    ["%PDF-1.4\n", "pdf"],
    ["\n%PDF-1.4\n", "pdf"],
    ["PK\x03\x04rest", "zip"],
    ["{\\rtf1 x}", "rtf"],
    ["<!DOCTYPE html><p>x", "html"],
    ["<?xml version='1.0'?><html>", "html"],
    ["Jane Sample\nEngineer", "plain_text"],
    ["MZARA Khan\nEngineer", "plain_text"],
    ["<b>Jane</b> writes HTML", "plain_text"],
  ])("follows from its bytes: %j", (text, type) => {
    expect(sniff(encode(text))).toBe(type);
  });

  it.each([
    ["", "empty"],
    ["MZ\x90\0\x03\0\0\0\x04\0", "unsupported_type"],
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unsupported_type"],
    ["<svg xmlns='x'/>", "unsupported_type"],
    ["<?xml version='1.0'?><resume/>", "unsupported_type"],
    ["<html><!-- %PDF-1.4 -->", "unsupported_type"],
    ["#!/bin/sh\n", "unsupported_type"],
  ])("is refused with a reason: %j", (text, reason) => {
    expect(() => sniff(encode(text))).toThrow(expect.objectContaining({ reason }));
  });
});
