export { cypher } from "./cypher.js";
export { Database, type Parameters, type Row, type RunOptions, type Transaction } from "./database.js";
export { type OpenOptions, openDatabase } from "./open-database.js";
