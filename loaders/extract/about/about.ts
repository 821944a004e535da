import type { EntityType } from "../../../schema/index.js";
import type { Block } from "../../types.js";
import type { About, DocEntity, Extraction } from "../types.js";
import { isByYears, isTitledSo, isYearOf } from "./chronicle.js";
import { mainOf } from "./main.js";
import { portrayedFirm } from "./portrayed.js";
import { Profiles } from "./profiles.js";
import { Subjects } from "./subjects.js";
import { toldOf } from "./told.js";

/** Whom a document, its sections and blocks are about: each question is answered when it is first asked, and once. */
export class AboutDocument implements About {
  private readonly subjects: Subjects;
  private readonly profiles: Profiles;
  private ofTold: { entity: DocEntity | undefined } | undefined = undefined;
  private ofPortrayed: { entity: DocEntity | undefined } | undefined = undefined;
  private ofMain: { entity: DocEntity | undefined } | undefined = undefined;
  private chronicle: boolean | undefined = undefined;

  constructor(private readonly x: Extraction) {
    this.subjects = new Subjects(x, this);
    this.profiles = new Profiles(x);
  }

  get told(): DocEntity | undefined {
    this.ofTold ??= { entity: toldOf(this.x) };
    return this.ofTold.entity;
  }

  get portrayed(): DocEntity | undefined {
    this.ofPortrayed ??= { entity: portrayedFirm(this.x) };
    return this.ofPortrayed.entity;
  }

  get main(): DocEntity | undefined {
    this.ofMain ??= { entity: mainOf(this.x, this) };
    return this.ofMain.entity;
  }

  get isChronicle(): boolean {
    this.chronicle ??=
      this.told !== undefined && (isTitledSo(this.x) || isYearOf(this.x, this.told) || isByYears(this.x));
    return this.chronicle;
  }

  profileOf(block: Block): DocEntity | undefined {
    return this.profiles.of(block);
  }

  subjectAt(offset: number, types?: readonly EntityType[]): DocEntity | undefined {
    return this.subjects.at(offset, types);
  }
}
