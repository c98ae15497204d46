import { integer, text } from "drizzle-orm/sqlite-core";

/** Milliseconds since 1970, UTC. The API speaks ISO-8601; rows keep numbers, which compare and index well. */
export const time = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: "boolean" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
