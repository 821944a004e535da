import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Address, HOME, readAddress, VIEWS, writeAddress } from "../../explorer/src/state/address.js";

const id = fc.string({
  minLength: 1,
  unit: fc.constantFrom("企", "业", ":", "&", "=", "%", "+", " ", ",", "#", "a", "1"),
});
const ids = fc.uniqueArray(id, { maxLength: 4 });
const addresses: fc.Arbitrary<Address> = fc.record(
  {
    view: fc.constantFrom(...VIEWS),
    around: ids,
    show: ids,
    path: ids,
    hide: ids,
    pins: fc.dictionary(
      id,
      fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 })),
    ),
    noTypes: ids,
    noRelations: ids,
    places: ids,
    indicators: ids,
    cell: ids,
    chosen: id,
    link: id,
    doc: id,
    at: fc.tuple(fc.nat(), fc.nat()),
    from: fc.integer({ min: 1900, max: 2100 }),
    tier: id,
  },
  {
    requiredKeys: [
      "view",
      "around",
      "show",
      "path",
      "hide",
      "pins",
      "noTypes",
      "noRelations",
      "places",
      "indicators",
      "cell",
    ],
  },
);

describe("addresses", () => {
  it("hold the whole state", () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const read = readAddress(writeAddress(address));
        expect({ ...read, pins: { ...read.pins } }).toEqual({ ...address, pins: { ...address.pins } });
      }),
    );
  });

  it("are short where nothing is chosen", () => {
    expect(writeAddress(HOME)).toBe("");
    expect(writeAddress({ ...HOME, view: "graph", around: ["award:中国质量奖"] })).toBe(
      "?view=graph&around=award%3A%E4%B8%AD%E5%9B%BD%E8%B4%A8%E9%87%8F%E5%A5%96",
    );
  });

  it("leave out what makes no sense", () => {
    expect(readAddress("?view=x&from=ever&at=1&pin=a,b,c&limit=99999")).toEqual(HOME);
  });
});
