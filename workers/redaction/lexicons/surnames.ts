/**
 * Family names by which a short run of characters is told to be a person's name. Chinese and Korean names are
 * listed by romanisation (pinyin, then Wade-Giles, Cantonese and customary spellings).
 */

const CHINESE_BY_ROMANISATION =
  "wang,wong,ong:王汪 li,lee,lei:李黎厉利郦 zhang,chang,cheung,teo:张張章 liu,lau,liew:刘劉柳 chen,chan,tan,chin:陈陳谌 yang,yeung,yeo:杨楊羊 huang,wong,ng,hwang:黄黃 zhao,chao,chiu:赵趙 wu,ng,goh:吴吳武伍邬巫 zhou,chou,chow:周邹鄒 xu,hsu,tsui,hui:徐许許胥 sun,suen:孙孫 ma,mah:马馬 zhu,chu,choo:朱祝诸 hu,woo,wu:胡扈 guo,kuo,kwok,quek:郭 he,ho,hoh:何贺賀和 lin,lim,lam:林蔺 gao,kao,ko:高郜 luo,lo,law:罗羅骆駱洛 zheng,cheng,cheung:郑鄭 liang,leung,neo:梁 xie,hsieh,tse:谢謝解 song,sung,soong:宋 tang,tong,thong:唐汤湯 deng,teng,tang:邓鄧 han,hon:韩韓 feng,fung:冯馮封丰 cao,tsao,cho:曹 peng,pang:彭 zeng,tseng,tsang:曾 xiao,hsiao,siu,siew:萧蕭肖 tian,tien,tin:田 dong,tung:董 pan,poon,phua:潘 yuan,yuen:袁 cai,tsai,choi,chua:蔡 jiang,chiang,kong:蒋蔣江姜 yu,yee:余于俞喻虞尉庾鱼 du,tu,to:杜 ye,yeh,ip,yap:叶葉 cheng,ching:程成 wei,ngai,wai:魏韦韋卫衛 su,so,soh:苏蘇 lu,lui,loo:吕呂卢盧陆陸鲁魯路逯 ding,ting:丁 ren,jen,yam:任 shen,sum,sim:沈申 yao,yiu:姚 cui,tsui,choi:崔 zhong,chung:钟鐘鍾仲 tan,tam:谭譚谈檀 shi,shih,sze:石史施时師师 liao,liu:廖 jia,chia,ka:贾賈 xia,hsia,ha:夏 fu,foo:付傅符扶 fang,fong:方房 bai,pai,pak:白柏 zou,chow:邹 meng,mang:孟蒙 xiong,hsiung,hung:熊 qin,chin,chun:秦覃 qiu,chiu,yau,khoo:邱丘裘仇 hou,hau:侯 yan,yen,ngan:颜顏严嚴阎閻晏燕 xue,hsueh,sit:薛 yin,wan:尹殷阴 lei,lui:雷 long,lung:龙龍 duan,tuan:段 hao,hok:郝 kong,kung:孔 shao,siu:邵 mao,mo:毛茅 wan:万萬 gu,koo:顾顧古谷 lai:赖賴 kang,hong:康 qian,chien,chin:钱錢 niu:牛 hong,hung,ang:洪 gong,kung:龚龔宫巩贡 pang,pong:庞龐 fan,fam:范樊凡 yi:易伊 ni,ngai:倪 zhan,chim:詹湛 an,on:安 ji:季纪紀吉姬计 jin,chin,kam:金靳 mei,mui:梅 zha:查 tao,to:陶 qi:齐齊祁戚 mo,mok:莫 xiang,heung:向项項 ge,kot:葛 ning:宁甯 lan,lam:蓝藍兰蘭 min:闵 qu:曲瞿屈 chai:柴 mi:米 chu,chor:储褚楚 bao,pau:鲍鮑包 tong,tung:童佟 ai:艾 you,yau:尤游 xing,ying:邢 pei,pui:裴 ou,au:欧歐区區 geng:耿 guan,kwan:关關管官 jiao:焦 zuo,cho:左 mu,muk:穆慕牟 sheng,shing:盛 cen,shum:岑 lou,lau:娄婁楼 liang:梁 ke,or:柯 ruan,yuen:阮 cong:丛 bian:卞边 miao,miu:苗缪 ling:凌 huo,fok:霍 tu:涂屠 chang,sheung:常尚 qiao,kiu:乔喬 ju:鞠居 zang:臧 yue,ngok:岳 dai,tai:戴 weng,yung:翁 ying:应應 rong:荣容戎 hua,wah:华華花滑 mai:麦麥 ban:班 dou:窦竇 zong,chung:宗 jian,kan:简簡 bi,but:毕 che:车車 shu:舒束 xi,hsi:席奚郗习 dan,shan:单單 nie:聂聶 zhuo,cheuk:卓 tai:邰 pu,po:蒲浦卜濮 gan,kam:甘 yun,wan:云雲恽 ran:冉 guo:国 wen,man:温溫文闻 bu:步 lian,lin:连連廉 chi:池迟 cha:查 lao:劳 leng:冷 xin,sun:辛忻 kuang:邝鄺匡 kou:寇 sha:沙 ying:英 man:满 gou:苟 ao:敖 shang,sheung:商 bing:邴 zhai:翟 si,szeto:司 hang:杭 cang:仓 mang:莽 jing,king:景荆敬 zhi:支 da:达 lang:郎 dian:典 yong:雍 gui,kwai:桂 lü:闾 nong:农 bie:别 zhuang,chong:庄莊 yan:闫 que:阙 deng:邓 pu:朴 sang:桑 shan:山 tie:铁 xian,sin:冼咸 zhan:占 lie:列 jian:揭 ce:策";

/** Two-character family names. */
const CHINESE_COMPOUND =
  "ouyang,auyeung:欧阳歐陽 zhuge,chukot:诸葛諸葛 sima,szema:司马司馬 shangguan,sheungkwun:上官 xiahou:夏侯 huangfu:皇甫 gongsun:公孙公孫 murong:慕容 situ,szeto:司徒 linghu:令狐 weichi,yuchi:尉迟尉遲 zhangsun:长孙長孫 yuwen:宇文 dongfang:东方東方 nangong:南宫南宮 duanmu:端木 baili:百里 dugu:独孤獨孤 ximen:西门西門 zhongli:钟离鍾離 hulan:呼延 tantai:澹台 wanyan:完颜";

const KOREAN_BY_ROMANISATION =
  "kim,gim:김 lee,yi,rhee,yee,li,rhie:이 park,pak,bak:박 choi,choe:최 jung,jeong,chung,cheong:정 kang,gang:강 cho,jo,joh:조 yoon,yun:윤 jang,chang:장 lim,im,rim:임 han:한 oh,o:오 seo,suh,so:서 shin,sin:신 kwon,gwon:권 hwang:황 ahn,an:안 song:송 ryu,yoo,yu,you,ryoo:류 yoo,yu,you:유 jeon,jun,chun:전 hong:홍 ko,go,koh:고 moon,mun:문 yang:양 son,sohn:손 bae,pae:배 baek,paik,back,baik:백 heo,hur,huh,her:허 nam:남 shim,sim:심 noh,roh,no:노 ha:하 kwak,gwak:곽 sung,seong:성 cha:차 joo,ju,chu:주 woo,wu:우 koo,gu,ku,goo:구 min:민 jin,chin:진 na,ra:나 um,eom:엄 chae:채 won:원 cheon,chun:천 bang,pang:방 kong,gong:공 hyun,hyeon:현 ham:함 byun,byeon:변 yeom,yum:염 yeo,yuh:여 chu,choo:추 do,doh:도 so:소 seok,suk:석 sun,seon:선 seol,sul:설 ma:마 gil,kil:길 yeon,yun:연 wi:위 pyo:표 myung,myeong:명 ki,gi:기 ban,pan:반 ra:라 wang:왕 geum,keum:금 ok:옥 yuk,yook:육 in:인 maeng:맹 je:제 mo:모 tak:탁 kook,guk:국 eo:어 eun:은 pyeon:편 yong:용 ye:예 bong:봉 kyung,gyeong:경 sa:사 boo,bu:부 hwangbo:황보 namgung,namkoong:남궁 sunwoo,seonu:선우 dokgo:독고 jegal:제갈 sagong:사공 seomun:서문";

/** Japanese family names by frequency, for names written without a blank. */
const JAPANESE =
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 櫻井 高野 渡部 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 岩田 土屋 本田 福島 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 濱田 森本 星野 矢野 浅野 松下 大久保 吉岡 小池 野田 荒木 熊谷 大谷 松浦 内藤 黒田 尾崎 川村 永田 望月 松村 荒井 平井 大島 西山 早川 堀 菅野 栗原 広瀬 広田 廣瀬 横田 石橋 岩本 片山 萩原 大山 宮田 西尾 関口 三宅 高山 岡崎 中井 本間 須藤 榎本 小田 植田 河合 成田 松原 鎌田 奥村 上原 大石 篠原 榊原 関根 奥田 福井 柳田 今村 児玉 桑原 白石 北川 平山 三上 富田 堀内 古田 黒木 川田 吉野 田辺 堤 安部 千田 角田 津田 根本 大川 中尾 小西 田島 八木 青山 村山 樫村 藤川 稲垣 牧野 杉浦 武藤 竹田 津村 篠崎 南 北 谷 岸 森山 宇野 天野 水谷 神田 坂口 西岡 川本 寺田 長田 沢田 澤田 窪田 徳永 江口 向井 笠原 塚本 瀬戸 相田 相馬 佐伯 真田 榊 堀江 堀田 河村 河田 三島 三好 長尾 西野 西 中原 飯塚 大沢 大澤 小沢 小澤 黒川 松永 松山 田代 田原 岡 甲斐 鶴田 宮下 宮川 岩井 栗田 梅田 江藤 米田 若林 赤松 野崎 金井 白井 長島 川島 川端 平川 平松 柏木 森下 森川 細川 浅井 滝沢 亀井 土井 蒼井 桐生 結城 氷室 神谷 星 有村 花田 架空 見本";

export interface RomanisedSurname {
  surname: string;
  romanisations: readonly string[];
}

function parseTable(table: string, width: number): RomanisedSurname[] {
  return table.split(" ").flatMap((row) => {
    const [romanisations = "", characters = ""] = row.split(":");
    const surnames = characters.match(new RegExp(`.{${width}}`, "gu")) ?? [];
    return surnames.map((surname) => ({ surname, romanisations: romanisations.split(",") }));
  });
}

function byName(rows: readonly RomanisedSurname[]): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const row of rows) names.set(row.surname, [...(names.get(row.surname) ?? []), ...row.romanisations]);
  return names;
}

/** Chinese family names (one or two characters) and their romanisations. */
export const CHINESE_SURNAMES: ReadonlyMap<string, readonly string[]> = byName([
  ...parseTable(CHINESE_BY_ROMANISATION, 1),
  ...parseTable(CHINESE_COMPOUND, 2),
]);

/** Korean family names in Hangul and their customary romanisations. */
export const KOREAN_SURNAMES: ReadonlyMap<string, readonly string[]> = byName(
  KOREAN_BY_ROMANISATION.split(" ").map((row) => {
    const [romanisations = "", surname = ""] = row.split(":");
    return { surname, romanisations: romanisations.split(",") };
  }),
);

export const JAPANESE_SURNAMES: ReadonlySet<string> = new Set(JAPANESE.split(" "));
