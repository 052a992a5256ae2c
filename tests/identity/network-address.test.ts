import { describe, expect, it } from "vitest";
import { normaliseAddress, reservedAddress } from "../../server/identity/network-address.ts";

describe("an IP address", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    [" 198.51.100.7:50123 ", "198.51.100.7"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["198.51.100", null],
    ["198.51.100.256", null],
    ["Алматы", null],
  ])("%s is written as %s", (text, expected) => expect(normaliseAddress(text)).toBe(expected));

  it.each([
    ["100.64.0.1", "carrier"],
    ["100.127.255.255", "carrier"],
    ["100.128.0.1", null],
    ["10.1.2.3", "inside"],
    ["172.31.0.1", "inside"],
    ["172.32.0.1", null],
    ["192.168.1.1", "inside"],
    ["fd00::1", "inside"],
    ["::1", "inside"],
    ["2001:db8::1", null],
    ["198.51.100.7", null],
  ])("%s belongs to %s", (ip, expected) => expect(reservedAddress(ip)).toBe(expected));
});
