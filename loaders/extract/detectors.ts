import { awards } from "./award/detect.js";
import { patents } from "./award/patents.js";
import { entrants } from "./award/people.js";
import { initiatives } from "./initiative/detect.js";
import { brands } from "./names/brands.js";
import { companies } from "./names/companies.js";
import { governmentBodies } from "./names/government-bodies.js";
import { institutions } from "./names/institutions.js";
import { persons } from "./names/persons.js";
import { places } from "./names/places.js";
import { portrayedPersons } from "./names/portrayed-persons.js";
import { toldPersons } from "./names/told-persons.js";
import { zones } from "./names/zones.js";
import { platforms } from "./platform/detect.js";
import { standardsBodies } from "./standards/detect.js";
import type { NameDetector } from "./types.js";

/** Who finds names, one line each; the order does not matter: overlaps are settled over all of them. */
export const DETECTORS: readonly NameDetector[] = Object.freeze([
  places,
  zones,
  companies,
  brands,
  institutions,
  governmentBodies,
  persons,
  toldPersons,
  portrayedPersons,
  entrants,
  standardsBodies,
  platforms,
  initiatives,
  awards,
  patents,
]);
