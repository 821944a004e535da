const INNER = /^（([^（）]{1,14})）/u;
/** Brackets that say something about the name rather than belong to it. */
const REMARK =
  /简称|下称|以下|原名?|又称|即|前身|^[\d,.]{1,12}|^SAC|^ISO|^IEC|TC ?\d|[，。；：]|筹$|筹建|负责人|名单|电话|图|记者|排名|第[一二三]|由|申报|认定|获批|批复|在建|建成|立项|验收|揭牌|待|牵头|参与|运营|承建|建设|负责|共建|公司|大学|研究院|年$|^含|^下同/u;

/** The end of a name that ends at `end`, with a bracket that belongs to it: …检验检测中心（山东）, …创新基地（量子信息）. */
export function bracketAfter(norm: string, end: number): number {
  if (norm[end] !== "（") return end;
  const match = INNER.exec(norm.slice(end, end + 17));
  return match === null || REMARK.test(match[1]!) ? end : end + match[0].length;
}
