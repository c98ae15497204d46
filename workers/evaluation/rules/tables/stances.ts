/**
 * How a sentence stands to a thing it names: denies it, wants to learn it, is learning it, knows its basics.
 * Patterns are matched on folded lower-case text (no accents), within one clause: `before` ends at the name,
 * `after` begins behind it. LIST stands for other names of the same list: "no experience with Java, Go or *Rust*".
 */
export interface StancePattern {
  before?: string;
  after?: string;
}

/** Other items of a list, each with its separator. */
export const LIST =
  "(?:[^,;、，/]{1,30}?(?:\\s*[,/、，]\\s*(?:or |and |oder |und |ou |et |o |y )?|\\s+(?:or|and|nor|oder|und|ou|et|ni|o|y|e)\\s+|[和或及与])){0,6}(?:the |any |a |der |die |das |dem |den |le |la |el )?";
const FURTHER =
  "(?:\\s*(?:[,/、，・や]|\\bor\\b|\\band\\b|\\boder\\b|\\bund\\b|和|或|또는)\\s*[^,/、，。・]{1,20}?){0,5}";
const KNOWING =
  "(?:experience|knowledge|exposure|background|familiarity|skills?|expertise|training|proficiency)";
const WITH = "(?:with|of|in|using|on|to|at|from)?\\s*:?\\s*";

export const DENIED: readonly StancePattern[] = [
  {
    before: `(?:\\b(?:no|zero|lack(?:s|ing)?(?: of)?|without(?: any)?|not have(?: any)?)|n't have(?: any)?)\\s+(?:[a-z-]+\\s+){0,3}?${KNOWING}\\s*${WITH}LIST`,
  },
  {
    before: "\\b(?:no|without)\\s+(?:[a-z+#.]{1,20}\\s*(?:,|/|or|nor)\\s+){0,5}",
    after: `${FURTHER}[\\s-]+${KNOWING}`,
  },
  {
    before:
      "(?:\\b(?:never|not(?! only| just| merely)|cannot)|n't)\\s+(?:(?:yet|really|actually|been|personally|ever|professionally)\\s+)*(?:used?|using|work(?:ed|ing)?(?: professionally)? (?:with|in|on)|written|write|known?|familiar with|experienced (?:with|in)|touched|tried|learn(?:ed|t)|proficient (?:in|with)|comfortable with|exposed to|coded in|programmed? in|develop(?:ed)? (?:in|with)|speak|spoken|ha(?:ve|d))\\s+(?:any |much )?LIST",
  },
  { before: "\\b(?:unfamiliar with|new to|inexperienced (?:in|with)|lack(?:s|ing)?)\\s+LIST" },
  {
    after:
      "(?:'s)?\\s*(?:experience|knowledge|skills?)?\\s*(?:\\([^)]*\\)\\s*)?[:：=–—-]\\s*(?:none|nil|n/a|no(?:\\s|$|,|\\.)|zero|never|not yet|0(?![.\\d])|×|✗|✘)",
  },
  {
    after:
      "\\s*\\(\\s*(?:none|no experience|never|not yet|no|keine|keine erfahrung|无|没有|なし|未経験|없음)\\s*\\)",
  },
  { after: "\\s+(?:is|are) (?:not (?:known|familiar)|unfamiliar|new to me|unknown)" },
  {
    before: "(?:^|[,;(–-]\\s*|\\b(?:and|but)\\s+)(?:no|kein|keine|sin|pas de)\\s+",
    after: "\\s*(?:$|[.,;)])",
  },
  // German
  {
    before:
      "\\b(?:kein(?:e|en|er|es|erlei)?|ohne|kaum|null)\\s+(?:[a-z-]+\\s+){0,2}?(?:vor|praxis|berufs|grund)?(?:erfahrung(?:en)?|kenntnissen?|praxis|beruhrungspunkte)\\s*(?:mit|in|von|zu|im|bei|auf)?\\s*LIST",
  },
  { before: "\\b(?:kein(?:e|en|er)?|ohne)\\s+LIST", after: "[\\s-]*(?:vor)?(?:kenntnisse|erfahrung)" },
  {
    before: "\\b(?:nie|niemals|nicht(?! nur)|noch nicht)\\s+(?:mit |in |an )?LIST",
    after: `${FURTHER}\\s*(?:gearbeitet|verwendet|genutzt|eingesetzt|programmiert|vertraut|entwickelt|benutzt|gelernt)`,
  },
  {
    after:
      "[^,;]{0,30}\\b(?:nie|nicht|niemals)\\s+(?:verwendet|genutzt|eingesetzt|gearbeitet|benutzt|programmiert|gelernt)",
  },
  { after: "(?:-?kenntnisse|-?erfahrung)?\\s*[:：–-]\\s*(?:keine|nein|nicht vorhanden|null)\\b" },
  // Chinese
  {
    before:
      "(?:没有|没|沒有|沒|未曾|从未|从没|尚未|还未|未|不会|不會|不懂|不熟悉|不了解|不熟|缺乏)\\s*(?:任何|相关|太多|实际)?(?:使用|接触|接觸|做|学习|学|从事|掌握|用|写)?(?:过|過)?\\s*LIST",
  },
  {
    before: "(?:无|無|零)\\s*(?:任何|相关)?\\s*LIST",
    after: `${FURTHER}\\s*(?:语言|开发|相关|项目|实际|编程|工作)*的?(?:经验|經驗|经历|基础|背景|知识)`,
  },
  {
    after:
      "\\s*(?:语言|开发|相关|编程|方面|项目|使用|工作|实际|的)*(?:经验|經驗|经历|基础|背景|技能|知识)?\\s*[:：]?\\s*(?:暂无|没有|为零|无(?![缝状服人线])|無(?![料線])|缺乏)",
  },
  {
    after:
      "[^。；，,]{0,6}(?:未使用|没用过|没有使用|未接触|没接触|没有接触|不会|不熟悉|不了解|没学过|沒用過)",
  },
  // Japanese
  {
    after: `${FURTHER}(?:言語)?(?:の|に関する|での|を使った|を用いた|を使用した|を利用した)?(?:業務|実務|使用|開発|利用|実装|プログラミング)*(?:の|での)?(?:経験|知識|スキル|実績)(?:は|も|が|:|：)?\\s*(?:まだ|ほとんど|全く|特に)?\\s*(?:ありません|ございません|有りません|ない|無い|なし|無し|無$|ゼロ|持っていません)`,
  },
  {
    after: `${FURTHER}\\s*(?:は|:|：|=|\\()?\\s*(?:未経験|経験なし|経験無し|なし(?:$|[\\s、。)])|できません)`,
  },
  {
    after: `${FURTHER}(?:を|は|に|で|も)?(?:業務で|実務で)?(?:まだ|一度も|全く)?(?:使った|使用した|触った|触れた|扱った|書いた|利用した)こと(?:は|が|も)?(?:ありません|ない|無い|ございません)`,
  },
  {
    after: `${FURTHER}(?:を|は|に|も)(?:まだ)?(?:使えません|扱えません|使用していません|使っていません|書けません|触れていません)`,
  },
  // Korean
  { after: "\\s*(?:개발|사용|관련|실무|업무|을|를|의)*\\s*경험(?:은|이|도)?\\s*(?:전혀\\s*)?(?:없|전무)" },
  { after: "(?:은|는|을|를|도)?\\s*(?:사용해|다뤄|써)\\s*(?:본\\s*적이?\\s*없|보지\\s*(?:못|않))" },
  { after: "\\s*[:：]?\\s*(?:없음|미경험)" },
  // French, Spanish
  {
    before:
      "\\b(?:aucune?|pas d['e]|sans)\\s*(?:[a-z]+\\s+){0,2}?(?:experience|connaissances?|pratique|competences?)\\s*(?:avec|en|de|du|sur|d')?\\s*LIST",
  },
  { before: "\\bjamais (?:utilise|travaille (?:avec|sur|en)|pratique|programme en)\\s+LIST" },
  {
    before:
      "\\b(?:sin|ninguna|nula|no (?:tengo|cuento con|poseo)(?: ninguna)?)\\s+(?:experiencia|conocimientos?)\\s*(?:previ[ao]s?\\s*)?(?:con|en|de|sobre)?\\s*LIST",
  },
  { before: "\\b(?:nunca|jamas|no) (?:he )?(?:usado|utilizado|trabajado con|programado en)\\s+LIST" },
  { after: "\\s*[:：]\\s*(?:aucune?|neant|ninguna|nada)\\b" },
];

const LEARN =
  "(?:learn(?:ing)?|pick(?:ing)? up|study(?:ing)?|get(?:ting)? into|explor(?:e|ing)|div(?:e|ing) into|work(?:ing)? (?:with|in)|us(?:e|ing)|gain(?:ing)? experience (?:in|with|of)|be trained in|switch(?:ing)? to|mov(?:e|ing) to)";

export const WANTED: readonly StancePattern[] = [
  {
    before: `\\b(?:want(?:s|ing)?|hop(?:e|es|ing)|plan(?:s|ning)?|looking(?: forward)?|eager|keen|willing|aim(?:s|ing)?|would like|would love|'d like|'d love|wish(?:es)?|intend(?:s|ing)?|excited|ready|interested|interest|curious|goal is)\\s+(?:to|in|on|about)?\\s*${LEARN}\\s+(?:more )?(?:about )?LIST`,
  },
  {
    before: "\\b(?:mochte|will|wurde|plane|wunsche)\\b[^.;]{0,30}",
    after: "[^.;,]{0,30}\\b(?:lernen|erlernen|kennenlernen|einarbeiten|aneignen)",
  },
  {
    before:
      "(?:想|希望|打算|计划|計劃|准备|有意|愿意|期望)(?:要|继续|进一步|深入|能)?(?:学习|學習|学|了解|接触|从事|掌握|转)\\s*LIST",
  },
  {
    after: `${FURTHER}(?:など)?(?:を|も|に|について)?\\s*(?:新たに|今後|これから)?(?:学び|学習し|習得し|勉強し|身につけ|身に付け|覚え|挑戦し|触れ|使っ)(?:たい|てみたい|たく)`,
  },
  { after: "(?:을|를|도)?\\s*(?:배우고|공부하고|익히고)\\s*싶" },
  {
    before:
      "\\b(?:souhaite|voudrais|aimerais|desire|veux|envie d[e']|pret a|prete a)\\s*(?:apprendre|decouvrir|me former (?:a|en|sur|au))\\s*LIST",
  },
  { before: "\\b(?:quiero|quisiera|deseo|me gustaria|ganas de|interesad[oa] en)\\s+aprender\\s+LIST" },
];

export const BASIC: readonly StancePattern[] = [
  {
    before:
      "\\b(?:basic|some|limited|elementary|rudimentary|beginner(?:'s)?|introductory|superficial|theoretical|academic)\\s+(?:knowledge|understanding|exposure|experience|familiarity|skills?)\\s*(?:of|in|with|to)?\\s*LIST",
  },
  { before: "\\b(?:basics|fundamentals|exposure|introduction) (?:of|to|in)\\s+LIST" },
  { before: "\\b(?:currently |now |started |self-)?(?:studying|learning)\\s+(?!and )LIST" },
  { before: "\\b(?:read|heard) about\\s+LIST" },
  {
    after:
      "\\s*[(:：–-]\\s*(?:basic|basics|beginner|elementary|learning|novice|grundkenntnisse|grundlagen|anfanger|入门|基础|初级|了解|初学|学习中|初級|入門|基礎|勉強中|学習中|기초|초급|notions|debutant|basico)",
  },
  {
    before:
      "\\b(?:grundkenntnisse|grundlagen|basiskenntnisse|erste erfahrung(?:en)?|grundlegende kenntnisse)\\s*(?:in|von|mit|der)?\\s*LIST",
  },
  { after: "-?\\s?(?:grundkenntnisse|grundlagen)" },
  {
    before:
      "(?<![深充透入])(?:基本|初步|简单|粗略)?(?:了解|略懂|略知|听说过|入门|正在学习|正在自学|自学中)\\s*LIST",
  },
  { after: "\\s*(?:相关)?经验(?:不足|较少|尚浅)" },
  { after: `${FURTHER}(?:の|に関する)?(?:基礎|基本|初歩)(?:的な)?(?:知識|文法|を理解)?` },
  { after: `${FURTHER}(?:を|も|は)?(?:現在|独学で)?(?:勉強中|学習中|独学中|学習して[いお]|勉強して[いお])` },
  { after: "(?:을|를)?\\s*(?:공부|학습)\\s*(?:중|하고\\s*있)|\\s*기초" },
  {
    before:
      "\\b(?:notions|bases|connaissances de base|conocimientos basicos|nociones|nivel basico)\\s*(?:de|en|d'|du|con)?\\s*LIST",
  },
];

/** After one of these the sentence turns: what was denied before is not denied behind. */
export const TURN =
  /[.!?。！？;；]\s|\b(?:but|however|although|though|while|whereas|instead|aber|jedoch|sondern|dafur|mais|pero|sino)\b|但是?|而是|不过|然而|しかし|ただし|ですが|が、|けれど|하지만|그러나|지만|[。；]/gu;
