import { expect, it } from "vitest";
import { apiKeyHash, apiKeyPrefix, looksLikeApiKey, makeApiKey } from "../../workers/http/api-key.ts";

const random = () => crypto.getRandomValues(new Uint8Array(96));

it("makes keys that it recognises, each of its own", async () => {
  const keys = await Promise.all(Array.from({ length: 50 }, () => makeApiKey(random())));
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) {
    expect(key).toMatch(/^cdr_live_[0-9A-Za-z]{38}$/);
    expect(await looksLikeApiKey(key)).toBe(true);
  }
});

it("still has a full key when every biased byte is thrown away", async () => {
  const bytes = new Uint8Array(96).fill(255);
  bytes.fill(7, 0, 40);
  expect(await looksLikeApiKey(await makeApiKey(bytes))).toBe(true);
});

it("tells a typo from a key without asking the database", async () => {
  const key = await makeApiKey(random());
  const swapped = key.slice(0, 20) + (key[20] === "a" ? "b" : "a") + key.slice(21);
  for (const wrong of [
    swapped,
    key.slice(0, -1),
    `${key}0`,
    key.toUpperCase(),
    "",
    "cdr_live_",
    key.replace("live", "test"),
  ]) {
    expect(await looksLikeApiKey(wrong), wrong).toBe(false);
  }
});

it("shows little of a key, and stores none of it", async () => {
  const key = await makeApiKey(random());
  expect(apiKeyPrefix(key)).toHaveLength(13);
  expect(await apiKeyHash(key)).toMatch(/^[0-9a-f]{64}$/);
});
