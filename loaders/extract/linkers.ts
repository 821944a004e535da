import { awardNames } from "./award/names.js";
import { linkInitiatives } from "./initiative/link-initiatives.js";
import { linkBodies } from "./names/link-bodies.js";
import { linkCompanies } from "./names/link-companies.js";
import { linkFormer } from "./names/link-former.js";
import { linkGenerics } from "./names/link-generics.js";
import { linkPersons } from "./names/link-persons.js";
import { linkPlace } from "./names/link-place.js";
import { linkZones } from "./names/link-zones.js";
import { linkChain } from "./names/name-chain.js";
import { linkPlatforms } from "./platform/link-platforms.js";
import type { Linker } from "./types.js";

/** What settles which names are one entity once mentions are known, in order: later ones see what earlier ones merged. */
export const LINKERS: readonly Linker[] = Object.freeze([
  linkPlace,
  linkCompanies,
  linkZones,
  linkFormer,
  linkChain,
  linkBodies,
  linkGenerics,
  linkPersons,
  awardNames,
  linkPlatforms,
  linkInitiatives,
]);
