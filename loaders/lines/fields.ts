/** What may stand on either side of a blank that parts two fields, rather than the words of a sentence. */
const FIELDS = /[\p{Script=Han}\d）)”》] [\p{Script=Han}\d“《]/u;
/** 某奖 甲公司 第四届，2021年; 某奖 甲公司 第八届；乙医院 第九届; 某奖 某公司班长 某某: what a line of several fields may end in. */
const ENDS_FIELD =
  /(?:(?:19|20)\d\d年?度?|[届批奖]|[）)]|公司|集团|[厂院校学站局所店社队]|中心|小学|[区县市镇]|获[批评]| \p{Script=Han}{2,3})[；;]?$/u;

/** Whether a line is made of fields set apart by blanks, and is no sentence. */
export const hasFields = (line: string): boolean =>
  line.includes(" ") && !line.includes("。") && FIELDS.test(line) && ENDS_FIELD.test(line);

/** Whether two lines below one another are made of fields. */
export const areFields = (line: string, following: string): boolean =>
  hasFields(line) && hasFields(following);
