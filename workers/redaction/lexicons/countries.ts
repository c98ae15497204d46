import { buildLexicon } from "../lexicon.ts";

/** Countries and demonyms as nationality fields and phrases name them. Alternatives parted by `|`. */
const CJK =
  "中国|中國|中华人民共和国|中國大陸|中国大陆|中国籍|中國籍|中华民国|中華民國|中国香港|中國香港|香港|澳门|澳門|台湾|台灣|臺灣|日本|日本国|日本籍|韩国|韓国|韓國|大韩民国|大韓民国|美国|美國|米国|アメリカ|アメリカ合衆国|英国|英國|イギリス|德国|德國|ドイツ|法国|法國|フランス|加拿大|カナダ|澳大利亚|澳洲|オーストラリア|新加坡|シンガポール|马来西亚|馬來西亞|マレーシア|越南|ベトナム|印度|インド|泰国|泰國|タイ|菲律宾|菲律賓|フィリピン|印度尼西亚|印尼|インドネシア|俄罗斯|俄羅斯|ロシア|ブラジル|巴西|ネパール|ミャンマー|モンゴル|蒙古|台湾籍|대한민국|한국|대한민국 국적|한국 국적|미국|중국|일본|베트남|영국|캐나다|호주|독일|프랑스|인도|필리핀|러시아|몽골|우즈베키스탄|외국인|내국인";
const DEMONYMS =
  "afghan|albanian|algerian|american|argentine|argentinian|armenian|australian|austrian|azerbaijani|bangladeshi|belarusian|belgian|bolivian|bosnian|brazilian|british|bulgarian|burmese|cambodian|cameroonian|canadian|chilean|chinese|colombian|congolese|costa rican|croatian|cuban|cypriot|czech|danish|dominican|dutch|ecuadorian|egyptian|emirati|english|eritrean|estonian|ethiopian|filipino|filipina|finnish|french|georgian|german|ghanaian|greek|guatemalan|haitian|honduran|hungarian|icelandic|indian|indonesian|iranian|iraqi|irish|israeli|italian|ivorian|jamaican|japanese|jordanian|kazakh|kenyan|korean|south korean|kosovar|kuwaiti|latvian|lebanese|liberian|libyan|lithuanian|luxembourgish|macedonian|malaysian|malian|maltese|mauritian|mexican|moldovan|mongolian|montenegrin|moroccan|namibian|nepalese|nepali|new zealander|nicaraguan|nigerian|norwegian|omani|pakistani|palestinian|panamanian|paraguayan|peruvian|polish|portuguese|qatari|romanian|russian|rwandan|salvadoran|saudi|scottish|senegalese|serbian|sierra leonean|singaporean|slovak|slovenian|somali|south african|spanish|sri lankan|sudanese|swedish|swiss|syrian|taiwanese|tanzanian|thai|togolese|trinidadian|tunisian|turkish|ugandan|ukrainian|uruguayan|uzbek|venezuelan|vietnamese|welsh|yemeni|zambian|zimbabwean|us|u.s.|usa|uk|eu";
const EUROPEAN =
  "deutsch|österreichisch|schweizerisch|schweizer|türkisch|polnisch|russisch|italienisch|französisch|spanisch|griechisch|kroatisch|serbisch|bosnisch|syrisch|ukrainisch|rumänisch|bulgarisch|ungarisch|portugiesisch|niederländisch|chinesisch|indisch|vietnamesisch|britisch|amerikanisch|iranisch|afghanisch|tunesisch|marokkanisch|ägyptisch|brasilianisch|deutsche|deutscher|française|français|belge|suisse|canadienne|canadien|marocaine|marocain|algérienne|algérien|tunisienne|tunisien|sénégalaise|sénégalais|camerounaise|camerounais|ivoirienne|ivoirien|italienne|italien|espagnole|espagnol|allemande|allemand|portugaise|portugais|roumaine|roumain|libanaise|libanais|franco-marocaine|chinoise|chinois|vietnamienne|vietnamien|haïtienne|haïtien|congolaise|congolais|malienne|malien|béninoise|béninois|togolaise|togolais|malgache|britannique|américaine|américain|española|español|mexicana|mexicano|argentina|argentino|colombiana|colombiano|peruana|peruano|chilena|chileno|venezolana|venezolano|ecuatoriana|ecuatoriano|boliviana|boliviano|uruguaya|uruguayo|paraguaya|paraguayo|cubana|cubano|dominicana|dominicano|guatemalteca|guatemalteco|hondureña|hondureño|salvadoreña|salvadoreño|costarricense|panameña|panameño|italiana|italiano|francesa|francés|alemana|alemán|rumana|rumano|marroquí|china|portuguesa|português|brasileira|brasileiro|brasileiro(a)|angolana|angolano|moçambicana|moçambicano|cabo-verdiana|cabo-verdiano|espanhola|espanhol|rumena|rumeno|albanese|tedesca|tedesco|francese|spagnola|spagnolo|marocchina|marocchino|cinese|ucraina|ucraino|svizzera|svizzero|britannica|britannico|peruviana|peruviano";

const COUNTRIES =
  "argentina|australia|austria|bangladesh|belgium|brazil|cameroon|canada|chile|china|colombia|egypt|ethiopia|france|germany|ghana|greece|hong kong|india|indonesia|iran|ireland|israel|italy|japan|kenya|malaysia|mexico|morocco|nepal|netherlands|new zealand|nigeria|pakistan|peru|philippines|poland|portugal|romania|russia|singapore|south africa|south korea|republic of korea|spain|sri lanka|sweden|switzerland|syria|taiwan|tanzania|thailand|tunisia|turkey|uganda|ukraine|united kingdom|united states|united states of america|p.r. china|pr china|people's republic of china|vietnam|zimbabwe|deutschland|österreich|schweiz|frankreich|italien|spanien|polen|türkei|suisse|maroc|algérie|tunisie|sénégal|belgique|españa|méxico|perú|colombia|brasil|portugal|italia|angola|moçambique";

export const NATIONALITY_VALUES = buildLexicon(
  [CJK, DEMONYMS, EUROPEAN, COUNTRIES]
    .join("|")
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/** Demonyms that stand before `citizen`, `national` or a German or Romance word for them. */
export const DEMONYM_VALUES = buildLexicon(
  [DEMONYMS, EUROPEAN]
    .join("|")
    .split("|")
    .map((phrase) => [phrase, true] as const),
);
