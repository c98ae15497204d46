import { alternativeEnd, alternativesOf, mayOpen, openedBy, openingsOf } from "../alternatives.ts";
import { isHan } from "../characters.ts";
import { HAN_NAMELIKE_FIRMS, NOT_HAN_NAMES } from "../lexicons/name-words.ts";
import { CHINESE_SURNAMES } from "../lexicons/surnames.ts";
import { hanSurname } from "../name-shapes-cjk.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { asPerson } from "./titled-persons.ts";

/** Who somebody is to the applicant, right before the name: `同事王小明反馈`. */
const RELATION =
  "同事|同学|同學|同窗|同门|同門|师兄|师姐|师弟|师妹|學長|學姐|學弟|學妹|学长|学姐|学弟|学妹|前辈|前輩|组长|組長|队长|隊長|导师|導師|老师|老師|主管|经理|經理|总监|總監|上司|上级|上級|领导|領導|长官|長官|队友|隊友|伙伴|夥伴|搭档|搭檔|室友|合伙人|合夥人|教授|主任|院长|院長|负责人|負責人|班主任|辅导员|輔導員|师傅|師傅|部长|部長|科长|科長|处长|處長|店长|店長|厂长|廠長|协理|協理|襄理|副理|课长|課長|督导|督導|老板|老闆|总经理|總經理|董事长|董事長|院士|博士|大师|大師|学姊|學姊|设计师|設計師|工程师|工程師|研究员|研究員|讲师|講師|组员|組員|队员|隊員|同僚|友人|业主|業主|学员|學員|学生|學生|实习生|實習生|下属|下屬|部属|部屬|徒弟|同期|秘书|秘書|顾问|顧問|主编|主編|编辑|編輯|护理长|護理長|护士长|護士長|所长|所長|站长|站長|教练|教練|创办人|創辦人|创始人|創始人|执行长|執行長|技术长|技術長|营运长|營運長|财务长|財務長|副总|副總|总裁|總裁|前任|继任者|接班人";
/** Of the family: `妻子王芳是教师`. */
const KIN =
  "妻子|丈夫|老公|老婆|爱人|愛人|内人|內人|太太|配偶|未婚妻|未婚夫|女友|男友|女朋友|男朋友|父亲|父親|母亲|母親|爸爸|妈妈|媽媽|家父|家母|儿子|兒子|女儿|女兒|长子|長子|长女|長女|次子|次女|独子|獨子|独女|獨女|哥哥|姐姐|姊姊|弟弟|妹妹|大哥|大姐|兄长|兄長|胞兄|胞弟|胞姐|胞妹|爷爷|爺爺|奶奶|外公|外婆|祖父|祖母|岳父|岳母|公公|婆婆|伯父|伯母|叔叔|舅舅|姑姑|姨妈|阿姨|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|监护人|監護人";
/** Prepositions and verbs that a person stands behind. */
const GOVERNOR =
  "师从|師從|师承|師承|跟随|跟隨|跟着|跟著|追随|追隨|拜师|拜師|协助|協助|辅助|輔助|辅佐|輔佐|配合|接替|接任|代替|替代|感谢|感謝|承蒙|陪同|隶属于?|隸屬於?|直属于?|直屬於?|帮助|幫助|支持|支援|联合|聯合|携手|攜手|会同|會同|偕同|协同|協同|指导|指導|带领|帶領|由|与|與|和|同|跟|受|向|随|隨|经|經|获|獲|得到|作为|作為|担任|擔任|接手|顶替|頂替|效力于?|效力於?|服务于|服務於|报告予|報告予|归|歸|被|请|請|为|為|给|給|替|在";
const RELATIONS = alternativesOf(`${RELATION}|${KIN}`);
const GOVERNORS = alternativesOf(GOVERNOR);
const LEADS = openingsOf([RELATIONS, GOVERNORS]);
/** `上司为王小明`. */
const COPULAS: ReadonlySet<string> = new Set("为為是系係");

/** Where what leads to a name ends, a relation, a governor or both, or -1. */
function leadEnd(text: string, at: number): number {
  const governors = openedBy(GOVERNORS, text.charCodeAt(at));
  for (const governor of governors) {
    const end = text.startsWith(governor, at) ? relationEnd(text, at + governor.length) : -1;
    if (end >= 0) return end;
  }
  const end = relationEnd(text, at);
  return end >= 0 ? end : alternativeEnd(GOVERNORS, text, at);
}

function relationEnd(text: string, at: number): number {
  const end = alternativeEnd(RELATIONS, text, at);
  return end >= 0 && COPULAS.has(text.charAt(end)) ? end + 1 : end;
}

/** `由于`, `为了`, `与其`: the preposition is half of another word. */
const NO_LEAD = /^(?:[由与與]?[于於]|了|其|此|何)/;
/** What such a person does, or what is done with them; it may stand right behind the name. */
const FOLLOW =
  /^(?:的)?(?:指导|指導|带领|帶領|主持|领导|領導|推荐|推薦|共同|一起|一同|一道|合作|合著|合写|合寫|协作|協作|率领|率領|联合|聯合|携手|攜手|搭档|搭檔|配合|共事|合伙|合夥|完成|负责|負責|管理|学习|學習|汇报|匯報|彙報|报告|報告|撰写|撰寫|发表|發表|开发|開發|研发|研發|组织|組織|策划|策劃|推动|推動|主导|主導|牵头|牽頭|统筹|統籌|审核|審核|评价|評價|表示|认为|認為|反馈|回饋|肯定|好评|好評|称赞|稱讚|表扬|赏识|賞識|提拔|培养|培養|带教|帶教|授课|授課|教导|教導|职位|職位|职务|職務|工作|团队|團隊|小组|小組|等人|等|先生|女士|小姐|老师|老師|教授|博士|经理|經理|主任|总监|總監|主管|协理|協理|学长|学姐|學長|學姐|同学|同學|督导|督導|签发|簽發|面试|面試|訓練|培训|培訓|说|說|是|曾|在|对|對|担任|擔任|提出|建立|创办|創辦|助理|副手|助手|秘书|秘書|特助|特別助理|徒弟|学徒|離職|离职|休假|产假|產假|退休|岗位|崗位|旗下|麾下|手下|门下|門下|部门|部門|名下|分管|直管|带队|帶隊|所带|所帶|院士|共享|交接|相处|相處|授权|授權|同组|同組|联名|聯名|联手|聯手|並肩|并肩|執行|执行|今年|目前|现年|現年|现为|現為|现任|現任|从事|從事|就读|就讀|毕业|畢業|出生|经营|經營|早年|去世|过世|過世|病逝|务农|務農|下岗|经商|經商|务工|務工|已)/;
/** Behind `在` stands a place, unless what follows tells of a person: `在王建国手下工作`. */
const AT_PLACE = /在$/;
const UNDER_PERSON =
  /^(?:先生|女士|老师|老師|教授|博士|院士|主任|经理|經理|总监|總監|主管)?(?:的)?(?:指导|指導|带领|帶領|领导|領導|率领|率領|团队|團隊|小组|小組|门下|門下|手下|麾下|名下|旗下)/;
const KIN_LEAD = new RegExp(`(?:${KIN})(?:为|為|是|系|係)?$`);
const JOINT = /^(?:、|，|,|和|与|與|及|以及|跟|同)/;
/** A clause ends behind a name that a relation or a verb of learning announces. */
const BOUNDARY = /^(?:[\s，。,;；、）)（(:：」』”"]|$)/;
/** Verbs and relations behind which a name needs nothing more. */
const SURE_LEAD = new RegExp(
  `(?:${RELATION}|${KIN})(?:为|為|是|系|係)?$|^[师師跟追拜]|承蒙|接替|接任|感[谢謝]`,
);
/** Characters of offices, goods and grammar that no given name holds. */
const NOT_GIVEN =
  /[的了们們个個项項目部门門组組团團队隊公司务務产產系统統数數据據库庫台程测測试試管验驗划劃案费費价價格客户戶问問题題报報告资資料档檔需求络絡员員位间間者各每其他她你我您它这這那区區域省市县縣镇鎮村厂廠店车車楼层層室号號行业業机機构構院校级級课課考款账賬单單票型类類网網局处處所社场場器件软軟硬量率度性化式法]/;
/** No lead begins with a unit before it. */
const FIRST_HAN = 0x3400;
const LONGEST_NAME = 4;
const MOST_NAMES = 6;

/** `师从陈志远`, `由沈立诚、王芳带领`, `同事赵晓峰反馈`: a name between what announces a person and what a person does. */
export function findHanCompanions({ view, starts }: Page): Span[] {
  if (!view.han || view.kana) return [];
  const { text } = view;
  const spans: Span[] = [];
  let behind = 0;
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!;
    const unit = text.charCodeAt(at);
    if (unit < FIRST_HAN || !mayOpen(LEADS, unit)) continue;
    const start = at < behind ? -1 : leadEnd(text, at);
    if (start < 0) continue;
    behind = start;
    if (start < (spans.at(-1)?.end ?? 0) || !opensName(text, start)) continue;
    const lead = text.slice(at, start);
    const read = namesFrom(text, start, SURE_LEAD.test(lead));
    const names = read.length === 0 && KIN_LEAD.test(lead) ? relativeAt(text, start) : read;
    const last = names.at(-1);
    if (!last || (AT_PLACE.test(text.slice(start - 2, start)) && !tellsPerson(text, last))) continue;
    for (const name of names) spans.push(asPerson(name));
  }
  return spans;
}

/** Behind a word for a relative a name of three characters needs nothing more: `老婆李秀兰带孩子`. */
function relativeAt(text: string, start: number): Name[] {
  const name = text.slice(start, start + 3);
  if (name.length < 3 || NOT_HAN_NAMES.has(name) || [...name].some((char) => !isHan(char.charCodeAt(0))))
    return [];
  const length = NEVER_GIVEN.test(name[2]!) ? 2 : 3;
  return NEVER_GIVEN.test(name[1]!) ? [] : [{ start, end: start + length }];
}

/** What a sentence goes on with behind a name. */
const NEVER_GIVEN =
  /[为為是在和与與跟同及也都就又还還很常可至刚剛已曾说說给給将將把被让讓从從去来來早现現今一因退当當做任于於的了有没沒不会會能等今住患经經开開工教种種]/;

const opensName = (text: string, at: number): boolean =>
  at < text.length &&
  isHan(text.charCodeAt(at)) &&
  (CHINESE_SURNAMES.has(text[at]!) || CHINESE_SURNAMES.has(text.slice(at, at + 2))) &&
  !NO_LEAD.test(text.slice(at, at + 2));

/** `手下`, `团队` stand behind somebody's name. */
const tellsPerson = (text: string, { end }: Name): boolean => UNDER_PERSON.test(text.slice(end, end + 7));

interface Name {
  start: number;
  end: number;
}

function namesFrom(text: string, start: number, sure: boolean): Name[] {
  const names: Name[] = [];
  let at = start;
  while (names.length < MOST_NAMES) {
    const name = nameAt(text, at, sure || names.length > 0);
    if (!name) return [];
    names.push(name);
    const rest = text.slice(name.end, name.end + 6);
    const joint = FOLLOW.test(rest) ? null : JOINT.exec(rest);
    if (!joint || !opensName(text, name.end + joint[0].length)) {
      const closed = sure || FOLLOW.test(rest) || (names.length > 1 && BOUNDARY.test(rest));
      return closed ? names : [];
    }
    at = name.end + joint[0].length;
    if (!nameAt(text, at, true)) return sure ? names : [];
  }
  return names;
}

/** A name of three characters, of two, or of four with a double surname, with what may stand behind a name. */
function nameAt(text: string, at: number, sure: boolean): Name | undefined {
  for (const length of [3, 2, LONGEST_NAME]) {
    const name = text.slice(at, at + length);
    const family = hanSurname(name)?.length ?? 0;
    if (name.length < length || family === 0 || length - family < 1 || length - family > 2) continue;
    if (NOT_HAN_NAMES.has(name) || HAN_NAMELIKE_FIRMS.has(name) || NOT_GIVEN.test(name.slice(family)))
      continue;
    if ([...name].some((char) => !isHan(char.charCodeAt(0)))) continue;
    const rest = text.slice(at + length, at + length + 6);
    if (FOLLOW.test(rest) || JOINT.test(rest) || (sure && BOUNDARY.test(rest)))
      return { start: at, end: at + length };
  }
  return undefined;
}
