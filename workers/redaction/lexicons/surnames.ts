/**
 * Family names by which a short run of characters is told to be a person's name. Chinese and Korean names are
 * listed by romanisation (pinyin, then Wade-Giles, Cantonese and customary spellings).
 */

const CHINESE_BY_ROMANISATION =
  "wang,wong,ong:王汪 li,lee,lei:李黎厉利郦 zhang,chang,cheung,teo:张張章 liu,lau,liew:刘劉柳 chen,chan,tan,chin:陈陳谌 yang,yeung,yeo:杨楊羊 huang,wong,ng,hwang:黄黃 zhao,chao,chiu:赵趙 wu,ng,goh:吴吳武伍邬巫 zhou,chou,chow:周邹鄒 xu,hsu,tsui,hui:徐许許胥 sun,suen:孙孫 ma,mah:马馬 zhu,chu,choo:朱祝诸 hu,woo,wu:胡扈 guo,kuo,kwok,quek:郭 he,ho,hoh:何贺賀和 lin,lim,lam:林蔺 gao,kao,ko:高郜 luo,lo,law:罗羅骆駱洛 zheng,cheng,cheung:郑鄭 liang,leung,neo:梁 xie,hsieh,tse:谢謝解 song,sung,soong:宋 tang,tong,thong:唐汤湯 deng,teng,tang:邓鄧 han,hon:韩韓 feng,fung:冯馮封丰 cao,tsao,cho:曹 peng,pang:彭 zeng,tseng,tsang:曾 xiao,hsiao,siu,siew:萧蕭肖 tian,tien,tin:田 dong,tung:董 pan,poon,phua:潘 yuan,yuen:袁 cai,tsai,choi,chua:蔡 jiang,chiang,kong:蒋蔣江姜 yu,yee:余于俞喻虞尉庾鱼 du,tu,to:杜 ye,yeh,ip,yap:叶葉 cheng,ching:程成 wei,ngai,wai:魏韦韋卫衛 su,so,soh:苏蘇 lu,lui,loo:吕呂卢盧陆陸鲁魯路逯 ding,ting:丁 ren,jen,yam:任 shen,sum,sim:沈申 yao,yiu:姚 cui,tsui,choi:崔 zhong,chung:钟鐘鍾仲 tan,tam:谭譚谈檀 shi,shih,sze:石史施时師师 liao,liu:廖 jia,chia,ka:贾賈 xia,hsia,ha:夏 fu,foo:付傅符扶 fang,fong:方房 bai,pai,pak:白柏 zou,tsou,chow:邹 meng,mang:孟蒙 xiong,hsiung,hung:熊 qin,chin,chun:秦覃 qiu,chiu,yau,khoo:邱丘裘仇 hou,hau:侯 yan,yen,ngan:颜顏严嚴阎閻晏燕 xue,hsueh,sit:薛 yin,wan:尹殷阴 lei,lui:雷 long,lung:龙龍 duan,tuan:段 hao,hok:郝 kong,kung:孔 shao,siu:邵 mao,mo:毛茅 wan:万萬 gu,ku,koo:顾顧古谷 lai:赖賴 kang,hong:康 qian,chien,chin:钱錢 niu:牛 hong,hung,ang:洪 gong,kung:龚龔宫巩贡 pang,pong:庞龐 fan,fam:范樊凡 yi:易伊 ni,ngai:倪 zhan,chan,chim:詹湛 an,on:安 ji,chi:季纪紀吉姬计 jin,chin,kam:金靳 mei,mui:梅 zha,cha:查 tao,to:陶 qi,chi:齐齊祁戚 mo,mok:莫 xiang,hsiang,heung:向项項 ge,ko,kot:葛 ning:宁甯 lan,lam:蓝藍兰蘭 min:闵 qu,chu:曲瞿屈 chai:柴 mi:米 chu,chor:储褚楚 bao,pao,pau:鲍鮑包 tong,tung:童佟 ai:艾 you,yu,yau:尤游 xing,hsing,ying:邢 pei,pui:裴 ou,au:欧歐区區 geng,keng:耿 guan,kuan,kwan:关關管官 jiao,chiao:焦 zuo,tso,cho:左 mu,muk:穆慕牟 sheng,shing:盛 cen,tsen,shum:岑 lou,lau:娄婁楼 liang:梁 ke,ko,or:柯 ruan,juan,yuen:阮 cong,tsung:丛 bian,pien:卞边 miao,miu:苗缪 ling:凌 huo,fok:霍 tu:涂屠 chang,sheung:常尚 qiao,chiao,kiu:乔喬 ju,chu:鞠居 zang,tsang:臧 yue,yueh,ngok:岳 dai,tai:戴 weng,yung:翁 ying:应應 rong,jung:荣容戎 hua,wah:华華花滑 mai:麦麥 ban,pan:班 dou,tou:窦竇 zong,tsung,chung:宗 jian,chien,kan:简簡 bi,pi,but:毕 che:车車 shu:舒束 xi,hsi:席奚郗习 dan,tan,shan:单單 nie,nieh:聂聶 zhuo,cho,cheuk:卓 tai:邰 pu,po:蒲浦卜濮 gan,kan,kam:甘 yun,wan:云雲恽 ran,jan:冉 guo,kuo:国 wen,man:温溫文闻 bu,pu:步 lian,lien,lin:连連廉 chi:池迟 cha:查 lao:劳 leng:冷 xin,hsin,sun:辛忻 kuang:邝鄺匡 kou:寇 sha:沙 ying:英 man:满 gou,kou:苟 ao:敖 shang,sheung:商 bing,ping:邴 zhai,chai:翟 si,szeto:司 hang:杭 cang,tsang:仓 mang:莽 jing,ching,king:景荆敬 zhi,chih:支 da,ta:达 lang:郎 dian,tien:典 yong,yung:雍 gui,kui,kwai:桂 lü:闾 nong,nung:农 bie,pieh:别 zhuang,chuang,chong:庄莊 yan,yen:闫 que,chueh:阙 deng,teng:邓 pu:朴 sang:桑 shan:山 tie,tieh:铁 xian,hsien,sin:冼咸 zhan,chan:占 lie,lieh:列 jian,chien:揭 ce,tse:策 tong:仝 qi:亓 zhang:仉 she:佘厍 pang:逄 gou:缑 xi:郄 jia:郏 di:邸 chi:遲 wei:隗 kuai:蒯 zi:訾 qu:璩 kang:亢 miao:繆 guo:呙 kan:阚闞 tuo:庹 nie:乜";

/** Two-character family names. */
const CHINESE_COMPOUND =
  "ouyang,auyeung:欧阳歐陽 zhuge,chukot:诸葛諸葛 sima,szema:司马司馬 shangguan,sheungkwun:上官 xiahou:夏侯 huangfu:皇甫 gongsun:公孙公孫 murong:慕容 situ,szeto:司徒 linghu:令狐 weichi,yuchi:尉迟尉遲 zhangsun:长孙長孫 yuwen:宇文 dongfang:东方東方 nangong:南宫南宮 duanmu:端木 baili:百里 dugu:独孤獨孤 ximen:西门西門 zhongli:钟离鍾離 hulan:呼延 tantai:澹台 wanyan:完颜 zhangjian,changchien:张简張簡 fanjiang,fanchiang:范姜 zhangliao,changliao:张廖張廖 jiangxie,chiangxie:江謝 zhangxu,changhsu:張許 liwang:李王 huangfu:皇浦 gongye:公冶 taishi:太史 zuoqiu:左丘 dongguo:东郭東郭 beigong:北宫 huyan:呼延 tuoba:拓跋 heshe:赫舍 yelü:耶律 nala:那拉 niuhulu:钮祜 aixin:爱新";

const KOREAN_BY_ROMANISATION =
  "kim,gim:김 lee,yi,rhee,yee,li,rhie:이 park,pak,bak:박 choi,choe:최 jung,jeong,chung,cheong:정 kang,gang:강 cho,jo,joh:조 yoon,yun:윤 jang,chang:장 lim,im,rim:임 han:한 oh,o:오 seo,suh,so:서 shin,sin:신 kwon,gwon:권 hwang:황 ahn,an:안 song:송 ryu,yoo,yu,you,ryoo:류 yoo,yu,you:유 jeon,jun,chun:전 hong:홍 ko,go,koh:고 moon,mun:문 yang:양 son,sohn:손 bae,pae:배 baek,paik,back,baik:백 heo,hur,huh,her:허 nam:남 shim,sim:심 noh,roh,no:노 ha:하 kwak,gwak:곽 sung,seong:성 cha:차 joo,ju,chu:주 woo,wu:우 koo,gu,ku,goo:구 min:민 jin,chin:진 na,ra:나 um,eom:엄 chae:채 won:원 cheon,chun:천 bang,pang:방 kong,gong:공 hyun,hyeon:현 ham:함 byun,byeon:변 yeom,yum:염 yeo,yuh:여 chu,choo:추 do,doh:도 so:소 seok,suk:석 sun,seon:선 seol,sul:설 ma:마 gil,kil:길 yeon,yun:연 wi:위 pyo:표 myung,myeong:명 ki,gi:기 ban,pan:반 ra:라 wang:왕 geum,keum:금 ok:옥 yuk,yook:육 in:인 maeng:맹 je:제 mo:모 tak:탁 kook,guk:국 eo:어 eun:은 pyeon:편 yong:용 ye:예 bong:봉 kyung,gyeong:경 sa:사 boo,bu:부 hwangbo:황보 namgung,namkoong:남궁 sunwoo,seonu:선우 dokgo:독고 jegal:제갈 sagong:사공 seomun:서문";

/** Japanese family names by frequency, for names written without a blank. */
const JAPANESE =
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 櫻井 高野 渡部 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 岩田 土屋 本田 福島 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 濱田 森本 星野 矢野 浅野 松下 大久保 吉岡 小池 野田 荒木 熊谷 大谷 松浦 内藤 黒田 尾崎 川村 永田 望月 松村 荒井 平井 大島 西山 早川 堀 菅野 栗原 広瀬 広田 廣瀬 横田 石橋 岩本 片山 萩原 大山 宮田 西尾 関口 三宅 高山 岡崎 中井 本間 須藤 榎本 小田 植田 河合 成田 松原 鎌田 奥村 上原 大石 篠原 榊原 関根 奥田 福井 柳田 今村 児玉 桑原 白石 北川 平山 三上 富田 堀内 古田 黒木 川田 吉野 田辺 堤 安部 千田 角田 津田 根本 大川 中尾 小西 田島 八木 青山 村山 樫村 藤川 稲垣 牧野 杉浦 武藤 竹田 津村 篠崎 南 北 谷 岸 森山 宇野 天野 水谷 神田 坂口 西岡 川本 寺田 長田 沢田 澤田 窪田 徳永 江口 向井 笠原 塚本 瀬戸 相田 相馬 佐伯 真田 榊 堀江 堀田 河村 河田 三島 三好 長尾 西野 西 中原 飯塚 大沢 大澤 小沢 小澤 黒川 松永 松山 田代 田原 岡 甲斐 鶴田 宮下 宮川 岩井 栗田 梅田 江藤 米田 若林 赤松 野崎 金井 白井 長島 川島 川端 平川 平松 柏木 森下 森川 細川 浅井 滝沢 亀井 土井 蒼井 桐生 結城 氷室 神谷 星 有村 花田 架空 見本 薬師寺 薬袋 相良 早瀬 水無瀬 桐谷 小鳥遊 朝倉 久世 九条 一条 二条 三条 西園寺 伊集院 綾小路 東雲 如月 神宮寺 有馬 有賀 有田 有本 有吉 赤井 赤木 赤坂 赤羽 秋元 秋本 秋葉 明石 浅川 浅沼 浅田 芦田 東海林 足立 安達 阿久津 阿南 穴井 天沼 雨宮 荒川 荒巻 荒谷 新垣 新谷 粟野 安西 安斎 安東 安保 飯島 飯野 飯村 飯沼 五十川 池上 池内 池谷 池本 伊沢 伊原 石垣 石上 石倉 石坂 石崎 石塚 石野 石丸 石村 石山 和泉 磯部 磯田 磯野 板倉 板垣 板橋 市原 市村 一ノ瀬 一瀬 出田 糸井 稲田 稲葉 稲村 犬飼 井口 井田 井手 井原 井村 井川 今泉 今川 今田 今西 今野 入江 入山 岩下 岩瀬 岩谷 岩永 岩渕 岩村 岩佐 岩間 岩城 岩見 植木 植松 植村 上杉 上地 上山 上村 鵜飼 牛島 臼井 内海 内山 内村 梅原 梅沢 梅津 梅本 浦田 浦野 江川 江崎 江原 江本 遠山 遠田 大井 大内 大江 大家 大貫 大木 大串 大倉 大下 大城 大杉 大隅 大関 大平 大滝 大竹 大槻 大津 大友 大沼 大庭 大場 大原 大森 大矢 大和田 岡野 岡部 岡村 岡山 岡林 岡安 小笠原 緒方 奥野 奥山 小倉 小坂 小田切 小田島 小原 小野寺 小畑 小沼 小幡 小宮 小宮山 小柳 小山田 小谷 落合 尾形 尾上 尾関 折原 恩田 海老原 海野 加賀 香川 角谷 影山 笠井 笠松 梶原 梶田 梶谷 柏原 柏崎 片岡 片桐 片平 片柳 勝田 勝又 勝山 加地 加納 兼子 金城 金田 金山 金丸 金本 嘉手納 神尾 神崎 神山 神野 上条 亀山 亀田 鴨下 蒲田 刈谷 川井 川合 川北 川久保 川瀬 川名 川西 川野 川原 川又 川辺 河井 河上 河内 河原 河本 菅谷 菅沼 菅井 菊川 菊田 岸本 岸田 岸川 北原 北野 北島 北沢 北林 北岡 木内 木原 木戸 木本 木暮 木島 木谷 吉良 桐山 桐島 久我 日下 日下部 草野 串田 楠本 国分 国吉 熊田 熊沢 熊本 倉田 倉持 倉本 蔵本 栗山 栗林 黒沢 黒澤 黒岩 黒崎 桑田 桑名 桑野 小池田 小泉 小出 小暮 香山 古賀 古庄 越智 越川 輿水 小嶋 児島 小平 小寺 後藤田 小早川 小松崎 小松原 小室 小森 小柴 権藤 近江 紺野 才木 斎木 酒巻 坂井 坂上 坂田 坂巻 坂元 阪本 崎山 佐久間 作田 桜庭 櫻田 桜田 桜木 笹川 笹本 笹原 佐田 佐竹 里見 佐原 佐山 沢村 澤村 沢井 澤井 椎名 塩田 塩谷 塩見 塩野 志賀 重田 重松 宍戸 篠田 篠塚 柴崎 柴山 渋谷 渋沢 澁谷 島崎 島津 島本 島袋 清田 下田 下村 下山 庄司 荘司 城田 新藤 進藤 神保 陣内 末永 末広 菅田 杉田 杉原 杉野 鈴村 須賀 須田 砂川 須永 住田 住吉 諏訪 瀬川 瀬戸口 瀬野 関川 関田 関谷 妹尾 仙波 曽我 曽根 園田 染谷 平良 高井 高倉 高島 高須 高瀬 高谷 高津 高塚 高月 高取 高原 高松 高見 高宮 高村 高森 高柳 高梨 滝川 滝本 瀧本 瀧澤 滝口 田崎 田尻 田所 田淵 田部 田丸 田宮 田谷 立石 立花 伊達 立川 舘野 谷川 谷本 谷村 谷田 玉井 玉城 玉木 玉置 千野 千原 筑紫 茅野 塚田 塚原 塚越 月岡 辻本 辻村 辻井 土田 土橋 土谷 筒井 都築 常盤 角掛 坪井 坪田 鶴岡 鶴見 手島 手塚 出川 寺尾 寺岡 寺島 寺内 寺本 戸川 戸田 戸塚 土肥 土居 東郷 藤堂 遠野 時田 常田 徳田 徳山 徳井 鳥居 鳥海 鳥山 豊田 豊川 名和 那須 直井 中江 中岡 中垣 中北 中沢 中澤 中園 中津 中塚 中根 中林 中平 中堀 中邨 中森 中谷 永山 永野 永島 永瀬 永松 長井 長岡 長崎 長瀬 長沼 長野 長浜 長嶺 長山 永谷 七瀬 名取 波多野 生田 成瀬 成川 成島 成松 南條 南部 難波 新妻 新田 新沼 仁木 二階堂 西井 西浦 西沢 西澤 西島 西谷 西原 西本 西森 西脇 二宮 仁科 丹羽 沼田 沼尻 根岸 根津 野沢 野澤 野島 野尻 野原 野間 野上 野中 能登 能勢 萩野 萩尾 橋爪 橋口 橋田 橋村 蓮見 長谷 長谷部 畑中 畠山 畠中 波多 花岡 花村 花井 羽田 羽鳥 馬渕 浜口 浜崎 浜野 浜中 浜本 濱口 濱崎 早坂 早田 林田 原口 原島 針谷 半田 坂東 板東 比嘉 東山 東野 久野 久松 菱田 日高 日野 姫野 平尾 平賀 平沢 平塚 平原 平本 蛭田 広岡 広川 広沢 廣田 弘中 深井 深沢 深澤 深田 深谷 吹田 福岡 福永 福原 福本 福山 福地 藤江 藤枝 藤岡 藤倉 藤崎 藤沢 藤澤 藤島 藤代 藤谷 藤野 藤林 藤村 藤森 藤山 伏見 二村 船木 舟木 船越 古内 古澤 古沢 古谷 古屋 古市 古橋 別府 保坂 星川 細井 細田 細谷 細野 穂積 堀川 堀口 堀越 堀野 堀部 本多 本橋 本村 本山 本郷 本庄 本城 舞田 前川 前島 前野 前原 牧田 牧村 槇原 正木 正岡 増井 増子 増沢 益田 町田 松枝 松川 松木 松倉 松崎 松沢 松澤 松島 松谷 松波 松野 松林 松元 松矢 真鍋 真野 間宮 丸井 丸岡 丸田 丸尾 三井 三木 三崎 三沢 三澤 三田 三谷 三原 三村 三森 三輪 三国 水上 水口 水沢 水島 水田 水原 水村 水本 御手洗 溝口 溝渕 美濃 箕輪 宮内 宮城 宮口 宮里 宮澤 宮沢 宮島 宮野 宮原 宮部 宮村 宮元 宮脇 宮地 宗像 武者 向山 棟方 村井 村岡 村川 村越 村沢 村瀬 村中 村松 村本 村西 室井 室田 室伏 毛利 茂木 持田 桃井 森岡 森井 森口 森崎 森島 森谷 森脇 森永 森野 森村 守屋 諸橋 門田 矢口 矢崎 矢沢 矢島 矢田 矢内 八代 安井 安川 安岡 安永 安原 安村 柳澤 柳沢 柳井 柳原 柳本 薮田 矢部 山井 山浦 山岡 山川 山岸 山城 山瀬 山添 山室 山根 山野 山原 山辺 山村 山元 山森 山脇 湯浅 湯川 弓削 由井 油井 横井 横尾 横川 横堀 吉井 吉江 吉沢 吉澤 吉崎 吉住 吉武 吉永 吉原 吉松 吉見 吉本 吉山 依田 米倉 米沢 米山 若井 若杉 若松 若山 脇田 和久井 鷲尾 和気 渡瀬 渡会 亘理 和栗 藁科 倉橋 高嶋 髙橋 髙田 髙木 濵田 邊見 辺見 逸見 榎田 柚木 氷川 御堂 御影 白川 白鳥 白木 白浜 白鷺 白瀬 緑川 紫藤 青井 青柳 青野 青島 桃瀬 桃園 藍沢 藍田 朱雀 紅林 墨田 銀城 月島 月野 日向 日比野 日置 日吉 夏目 夏川 冬木 秋月 秋庭 春名 霧島 霧生 雪村 雪野 風間 風見 雨森 星谷 天城 天海 海老名 海江田 海堂 浦上 浦川 嶋田 嶋崎 磯崎 滝田 瀬名 瀬尾 川嶋 渕上 淵上 沢口 澤口 深川 鳴海 鳴瀬 真壁 真木 真島 真下 真中 真山 間瀬 間島 城戸 城山 城島 館山 戦場ヶ原 宇佐美 宇都宮 宇田 宇田川 宇津木 宇野沢 卯月 生方 生駒 伊東 伊吹 伊庭 伊丹 伊奈 猪狩 猪瀬 猪俣 猪又 猪股 一色 五木 五味 五島 五十畑 六車 七海 八重樫 八田 八島 八幡 九鬼 十河 百瀬 千石 千代田 須原 須崎 須山 苅田 芹沢 芹澤 芝田 芳賀 若槻 茂呂 茅原 荻野 荻原 菱川 菱沼 萬田 葛西 葛城 葉山 葉月 蓑田 蓮沼 藁谷 薄井 蟹江 蜂谷 辰巳 辰野 遊佐 都丸 郡司 郷田 釜田 針生 鍋島 鍋田 関戸 阪口 阪田 雑賀 雁部 鞍馬 頼田 飛田 香取 駒井 駒田 駒形 鬼頭 鬼塚 鮎川 鯨井 鳩山 鴻巣 鵜沢 鷹野 鷲見 鹿島 鹿野 麻生 泉 橘 椿 湊 轟 黛 楠 乾 柊";

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
