import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** Closed vocabularies: what the fields of a form say in the languages we read. Alternatives parted by `|`. */

const GENDERS =
  "男|女|男性|女性|男生|女生|男士|女士|先生|小姐|남|여|남자|여자|남성|여성|男の子|その他|無回答|回答しない|其他|不便透露|保密|male|female|m|f|man|woman|non-binary|nonbinary|non binary|transgender|trans|other|prefer not to say|prefer not to answer|prefer not to disclose|undisclosed|mr|mrs|ms|miss|mx|mr.|mrs.|ms.|mx.|he/him|she/her|they/them|he/him/his|she/her/hers|they/them/theirs|he/they|she/they|männlich|weiblich|divers|männl|weibl|mann|frau|herr|w|d|masculin|féminin|homme|femme|h|monsieur|madame|mlle|mademoiselle|non binaire|masculino|femenino|hombre|mujer|varón|feminino|homem|mulher|não binário|no binario|maschio|femmina|maschile|femminile|uomo|donna|signor|signora|sig.|sig.ra|sr.|sra.|man|vrouw|mężczyzna|kobieta|мужской|женский|муж|жен|мужчина|женщина|erkek|kadın|nam|nữ|kvinna|laki-laki|perempuan|pria|wanita|er/ihm|sie/ihr|il/lui|elle|heterosexual|gay|lesbian|bisexual|queer|straight|cisgender|cis|gender-fluid|genderfluid|agender|genderqueer|mme|mlle|monsieur|madame|herr|frau|sig.ra|señora|señor|senhora|senhor";

const MARITALS =
  "已婚已育|已婚未育|未婚未育|未婚已育|已婚|未婚|离异|离婚|離婚|離異|丧偶|喪偶|单身|單身|再婚|初婚|订婚|訂婚|已育|未育|独身|既婚|婚|有|無|なし|あり|有り|無し|미혼|기혼|이혼|사별|독신|재혼|single|married|divorced|widowed|widow|widower|separated|engaged|unmarried|never married|in a relationship|cohabiting|domestic partnership|civil partnership|partnered|living with partner|common law|common-law|ledig|verheiratet|geschieden|verwitwet|verpartnert|getrennt lebend|in partnerschaft|eingetragene lebenspartnerschaft|in einer beziehung|alleinstehend|vh|led|célibataire|marié|mariée|marié(e)|divorcé|divorcée|veuf|veuve|pacsé|pacsée|concubinage|en concubinage|en couple|union libre|séparé|séparée|vie maritale|soltero|soltera|soltero/a|casado|casada|divorciado|divorciada|viudo|viuda|separado|separada|pareja de hecho|en pareja|unión libre|solteiro|solteira|solteiro(a)|casado(a)|viúvo|viúva|união estável|união de facto|celibe|nubile|coniugato|coniugata|sposato|sposata|divorziato|divorziata|vedovo|vedova|separato|separata|convivente|libero|libera|stato libero|ongehuwd|gehuwd|getrouwd|samenwonend|kawaler|panna|żonaty|zamężna|холост|не замужем|женат|замужем|разведен|разведена|bekar|evli|độc thân|đã kết hôn|đã lập gia đình|ogift|gift|sambo|belum menikah|menikah|lajang|verh.|verh|led.|gesch.|dauernd getrennt lebend|separado judicialmente|separada judicialmente|legally separated|engaged to be married|in partnership|de facto|long-term relationship|配偶者あり|配偶者なし|配偶者有|配偶者無|배우자 있음|배우자 없음|已婚有子女|育有一子|育有一女|育有一子一女|育有二子|育有兩子|育有两子|育一子|育一女|育有子女|有一子|有一女|已婚育有一子|已婚育有一女|已婚有子|已婚无子女|未婚无子女|離婚歴あり|結婚|婚姻中|同居|분거|약혼|동거|배우자 있음|배우자 없음|배우자있음|배우자없음|돌싱|bachelor|spinster|bachelorette|unwed|remarried|re-married|happily married|married with children|married with kids|civil partner|common-law partner|single parent|de facto relationship|living together|geschieden, 1 kind|in lebensgemeinschaft|lebensgemeinschaft|in fester partnerschaft|eheähnliche gemeinschaft|in eingetragener lebenspartnerschaft|in eheähnlicher gemeinschaft|wiederverheiratet|getrenntlebend|getrennt|verlobt|unverheiratet|nicht verheiratet|partnerschaft|lebenspartnerschaft|vie commune|vit en couple|vit maritalement|marié sans enfant|mariée sans enfant|fiancé|fiancée|remarié|remariée|concubin|concubine|pacs|union civile|célibataire sans enfant|célibataire sans enfants|comprometido|comprometida|conviviente|juntado|juntada|unido|unida|en unión libre|unión de hecho|amancebado|amancebada|divorciado/a|casado/a|viudo/a|pareja estable|con pareja|sin pareja|amigado|amigada|amasiado|amasiada|em união estável|em união de facto|desquitado|desquitada|separado de facto|separada de facto|namorando|noivo|noiva|unido de facto|unida de facto|junto|fidanzato|fidanzata|coniugato/a|celibe/nubile|unito civilmente|unita civilmente|unione civile|in coppia|legalmente separato|legalmente separata|risposato|risposata|已婚无孩|已婚無孩|已婚已孕|已婚有孩|已婚有一子|已婚有一女|未婚单身|未婚單身|离婚未育|离异未育|离异已育|離異有子|丧偶已育|再婚已育|有配偶|無配偶|无配偶|离婚有子女|同居中|配偶有|配偶無|独り身|離別|死別";

const POLITICS =
  "中共党员|中国共产党党员|共产党员|中共预备党员|预备党员|党员|共青团员|中国共青团员|团员|入党积极分子|积极分子|群众|普通群众|无党派人士|无党派|民主党派|民盟盟员|民革党员|民建会员|九三学社社员|致公党党员|农工党党员|民进会员|台盟盟员|正式党员|党员（预备）|无|中国国民党党员|無黨籍|國民黨員|民進黨員|無黨派|发展对象|少先队员|independent|registered democrat|registered republican|democrat|republican|labour|conservative|liberal democrat|green party|parteilos|parteimitglied|mitglied der spd|mitglied der cdu|sans étiquette|sans parti|sin afiliación|sem filiação|sem filiação partidária|nessuna|nessuna appartenenza";

const MILITARY =
  "군필|미필|면제|병역필|병역 필|만기전역|만기 전역|만기제대|복무중|복무 중|해당없음|해당 없음|해당사항없음|해당사항 없음|비대상|대상아님|대상 아님|현역|공익|공익근무|사회복무요원|의가사제대|의병전역|전역|예비역|보충역|육군 병장 만기전역|육군 병장|해군 병장|공군 병장|육군 만기전역|특례|산업기능요원|전문연구요원|役畢|義務役退伍|志願役退伍|已服義務役|服役完畢|服役中止|服完義務役|已服完義務役|免服兵役|免服役|替代役退役|替代役畢|國民兵|國民兵役|停役|緩徵|補充兵|研發替代役|現役|後備軍人|退伍軍人|退役軍人|已退役|未當兵|当过兵|服过兵役|未服兵役|服兵役|已服兵役|未服過兵役|退伍军人|复员军人|转业军人|民兵|预备役|免役|未役|待役|服役中|替代役|已退伍|退伍|已服完兵役|已役|尚未服役|不需服役|毕业后服役|未服役|退役军人|退役|现役|exempted|exempt|completed|not applicable|n/a|veteran|served|discharged|honorably discharged|honorable discharge|not served|protected veteran|not a protected veteran|not a veteran|abgeleistet|geleistet|befreit|untauglich|effectué|accompli|exempté|dégagé|dégagé des obligations militaires|cumplido|exento|libre|cumprido|dispensado|dispensa|assolto|esente|esonerato|militesente|yapıldı|muaf|tecilli|tamamlandı|отслужил|служил|не служил|无服役经历|已完成|fulfilled|operationally ready|ex-army|ex-navy|ex-military|ex-forces|reservist|army reservist|milite assolto|milite esente|reservista|reservista de 1ª categoria|reservista de 2ª categoria|dispensado do serviço militar|cartilla liberada|服完|免疫|已服役|군면제|병역면제|육군 만기 전역|해군 만기전역|해군 만기 전역|공군 만기전역|공군 만기 전역|해병대 만기전역|해병대 만기 전역|육군 병장 만기 전역|사회복무요원 소집해제|소집해제|공익근무요원|현역 만기전역|현역 복무 완료|복무 완료|복무완료|군복무 완료|병역 면제|병역특례|병역 이행|이행|미이행|제2국민역|전시근로역|상근예비역|의무경찰|의경|해병대 병장|의무소방|장교 전역|부사관 전역|병역 면제";

const RELIGIONS =
  "无宗教信仰|無宗教信仰|无信仰|無信仰|无神论|無神論|无神论者|一贯道|一貫道|民間信仰|民间信仰|回教|东正教|喇嘛教|摩門教|道教徒|穆斯林|天主教徒|神道教|無神論者|特になし|特に無し|浄土真宗|日蓮宗|創価学会|クリスチャン|イスラム教|무신론|이슬람교|유교|가톨릭|무|佛教|道教|基督教|天主教|伊斯兰教|無宗教|佛教徒|基督徒|カトリック|神道|仏教|キリスト教|무교|기독교|천주교|불교|없음|개신교|원불교|hindu|hinduism|muslim|islam|christian|christianity|catholic|roman catholic|protestant|buddhist|buddhism|sikh|sikhism|jain|jainism|jewish|judaism|atheist|agnostic|none|parsi|zoroastrian|orthodox|greek orthodox|russian orthodox|baptist|methodist|anglican|pentecostal|lutheran|mormon|katholisch|römisch-katholisch|röm.-kath|röm.-kath.|rk|evangelisch|ev.|ev|ev.-luth.|evangelisch-lutherisch|konfessionslos|ohne bekenntnis|ohne konfession|muslimisch|islamisch|jüdisch|catholique|protestant|protestante|musulman|musulmane|juif|juive|bouddhiste|athée|sans religion|católica|católico|cristiana|cristiano|evangélica|evangélico|judía|judío|budista|ateo|atea|agnóstico|ninguna|espírita|muçulmano|muçulmana|cristã|cristão|ateu|cattolica|cattolico|ebraica|musulmana|valdese|buddista|islamic|church of england|presbyterian|no religion|non-religious|nonreligious|secular|humanist|spiritual|pagan|hebrew|quaker|adventist|evangelical|evangelical christian|born-again christian|roman catholicism|catholicism|protestantism|sunni|sunni muslim|shia|shia muslim|ismaili|ahmadi|bahai|baha'i|taoist|taoism|shinto|confucian|church of scotland|church in wales|church of ireland|hindu brahmin|lingayat|jaini|r.c.|rc|ohne|ohne religion|keine|keine konfession|bekenntnislos|glaubenslos|atheistisch|orthodox (griechisch)|griechisch-orthodox|russisch-orthodox|serbisch-orthodox|evangelisch-freikirchlich|evangelisch-reformiert|reformiert|neuapostolisch|altkatholisch|freikirchlich|sunnitisch|alevitisch|buddhistisch|hinduistisch|römisch katholisch|ev.-ref.|ev.-reformiert|freireligiös|zeugen jehovas|mormonisch|agnostisch|konfessionsfrei|sans|aucune|sans confession|laïque|agnostique|orthodoxe|réformé|réformée|évangélique|adventiste|témoin de jéhovah|musulman sunnite|hindouiste|católica apostólica romana|católica romana|católico romano|cristã evangélica|evangélico cristiano|protestante evangélica|testigo de jehová|testemunha de jeová|espiritismo|candomblé|umbanda|umbandista|sem religião|sin religión|agnóstica|adventista|adventista del séptimo día|mórmon|mormón|bautista|batista|presbiteriana|presbiteriano|luterana|luterano|metodista|anglicana|anglicano|islámica|islâmica|hinduísta|hindú|cristianismo|catolicismo|cattolica romana|cattolico romano|cristiana cattolica|testimone di geova|ortodossa|ortodosso|evangelico|induista|non credente|nessuna religione|ateismo|agnostico|agnostica|luterana|nessuna|jehovah's witness";

const CASTES =
  "general|obc|sc|st|ews|sc/st|general category|unreserved|obc-ncl|bc|mbc|sebc|dalit|brahmin|nair|jat|rajput|lingayat|vokkaliga|yadav|oc";

const ETHNICITIES_EN =
  "white|black|african american|african-american|asian|hispanic|latino|latina|latinx|hispanic or latino|caucasian|native american|pacific islander|white british|black british|black african|black caribbean|british asian|mixed|mixed race|two or more races|arab|han|han chinese|malay|chinese|indian|javanese|yoruba|igbo|hausa|zulu|xhosa|kurdish|roma|south asian|east asian|southeast asian|middle eastern|jewish|branca|branco|parda|pardo|preta|preto|amarela|amarelo|indígena|negra|negro|mestizo|mestiza|kinh|weiß|turkish";

const ETHNICITIES_ZH =
  "汉|满|回|壮|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|仡佬|东乡|高山|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|鄂温克|怒|京|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴";

const phrases = (list: string): string[] => list.split("|");

const lexiconOf = (list: string): Lexicon<true> =>
  buildLexicon(phrases(list).map((phrase) => [phrase, true] as const));

export const GENDER_VALUES = lexiconOf(GENDERS);
export const MARITAL_VALUES = lexiconOf(MARITALS);
export const POLITICAL_VALUES = lexiconOf(POLITICS);
export const MILITARY_VALUES = lexiconOf(MILITARY);
export const RELIGION_VALUES = lexiconOf(RELIGIONS);
export const ETHNICITY_VALUES = lexiconOf(
  [
    CASTES,
    ETHNICITIES_EN,
    ETHNICITIES_ZH.split("|")
      .map((name) => `${name}族`)
      .join("|"),
    ETHNICITIES_ZH,
    "漢族|漢|原住民|阿美族|泰雅族|排灣族|布農族",
  ].join("|"),
);

/** The ethnic groups of China with their suffix, which need no label to be understood. */
export const ETHNIC_GROUPS = lexiconOf(
  ETHNICITIES_ZH.split("|")
    .map((name) => `${name}族`)
    .join("|"),
);
