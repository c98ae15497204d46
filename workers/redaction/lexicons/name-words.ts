import { fold } from "../normalise.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/[\s|]+/).map(fold));

/** Words that show that a capitalised line is a heading, a job, an employer or a skill, and not a name. */
export const NOT_NAME_WORDS = setOf(
  `curriculum vitae resume résumé cv biodata bio-data profile summary objective contact contacts information details personal data about me page
  experience education skills work employment history professional career projects project publications certifications certificates awards languages interests hobbies references reference
  engineer engineering developer development software hardware senior junior lead staff principal chief head director manager management analyst analytics architect architecture consultant consulting designer design
  administrator admin assistant associate coordinator specialist technician technologist technology technologies officer executive president vice intern internship trainee student graduate teacher lecturer researcher research
  scientist science sciences programmer tester qa devops sre frontend front-end backend back-end fullstack full-stack full stack web mobile ios android cloud security network networks systems system database data machine learning deep artificial intelligence
  business marketing sales finance financial accounting accountant auditor hr human resources recruiter product program programme operations supply chain logistics customer service support nurse nursing doctor physician pharmacist lawyer attorney legal paralegal
  mechanical electrical electronic electronics civil chemical industrial biomedical aerospace computer information bachelor master masters degree diploma university college school institute institut academy faculty department banco bank banque universität université universidad università universidade hochschule instituto istituto école escuela scuola
  java javascript typescript python golang rust ruby php perl scala kotlin swift react angular vue node spring boot django flask docker kubernetes terraform aws azure gcp linux windows sql nosql mysql postgres postgresql mongodb redis kafka spark hadoop git github gitlab excel word powerpoint sap salesforce oracle html css c++ c#
  inc inc. ltd ltd. llc llp corp corp. corporation company co. group gmbh ag sa s.a. srl s.r.l. plc pvt limited holdings partners bank labs laboratory studio studios solutions services consultancy agency
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday present current today
  english german french spanish italian portuguese chinese mandarin cantonese japanese korean russian arabic hindi dutch polish turkish native fluent
  street road avenue lane drive boulevard phone telephone mobile cell fax email e-mail address linkedin github website portfolio date birth gender sex age nationality marital status name
  i built improved increased managed led developed designed created implemented reduced saved migrated optimized optimised launched delivered drove drive driving owned maintained architected automated deployed collaborated conducted coordinated achieved analyzed analysed presented published wrote tested supported trained mentored supervised handled won awarded received responsible worked working using used key selected additional other core native cloud-native agile scrum devops api apis rest sdk ui ux ai ml nlp seo crm erp kpi roi nps b2b b2c saas
  the and or of for in at with to on by from as is are was were has have using this that your my our application letter cover dear sir madam attachment photo confidential strictly private open source
  ingenieur ingenieurin entwickler entwicklerin softwareentwickler softwareentwicklerin berater beraterin leiter leiterin teamleiter teamleiterin projektleiter projektleiterin informatiker informatikerin kaufmann kauffrau lebenslauf berufserfahrung ausbildung kenntnisse persönliche daten bewerbung anlagen sprachkenntnisse werdegang profil über mich kontakt praktikum werkstudent werkstudentin geschäftsführer fachinformatiker techniker technikerin diplom-ingenieur wirtschaftsinformatik informatik
  ingénieur ingénieure développeur développeuse chef cheffe chargé chargée responsable technicien technicienne consultante concepteur conceptrice expérience expériences formation formations compétences profil coordonnées langues loisirs centres intérêt étudiant étudiante stage stagiaire alternance gestionnaire comptable directeur directrice commercial commerciale assistante informatique logiciel et de en du
  ingeniero ingeniera desarrollador desarrolladora programador programadora analista gerente director directora jefe jefa licenciado licenciada experiencia formación educación habilidades idiomas perfil datos personales contacto técnico técnica administrativo administrativa abogado abogada contador contadora estudiante hoja vida currículum currículo consultora arquitecto arquitecta diseñador diseñadora sistemas
  engenheiro engenheira desenvolvedor desenvolvedora programadora gestor gestora coordenador coordenadora técnico experiência formação educação habilidades competências idiomas resumo objetivo dados pessoais contato contacto estagiário estagiária administrador administradora advogado advogada designer
  ingegnere sviluppatore sviluppatrice programmatore programmatrice impiegato impiegata responsabile tecnico esperienza esperienze istruzione competenze lingue profilo dati personali contatti informazioni formazione laureato laureata dottore commercialista architetto europeo formato europass
  ontwikkelaar werkervaring opleiding inżynier programista doświadczenie mühendis mühendisi yazılım geliştirici özgeçmiş разработчик инженер резюме опыт работы образование навыки программист менеджер
  citizen lycée collège faculté fondation warehouse bakery welder plumber electrician clerk cashier waiter waitress chef courier foreman foreperson apprentice registrar midwife caregiver carer tutor lecturer coordinator co-ordinator planner buyer merchandiser estimator surveyor draftsman machinist operator dispatcher controller treasurer secretary receptionist
  enfermeira enfermeiro magazziniere magazziniera infermiere infermiera impiegata contabile ragioniere operaio operaia cuoco cuoca commesso commessa autista segretaria segretario insegnante docente psicologa psicologo avvocato avvocata medico
  enfermera enfermero contable camarero camarera cocinero cocinera conductor conductora mecánico mecánica soldador electricista fontanero administrativa recepcionista secretaria secretario profesor profesora maestro maestra médico médica jefe jefa encargado encargada
  motorista cozinheiro cozinheira recepcionista secretária secretário professor professora médica eletricista pedreiro vendedor vendedora auxiliar balconista
  infirmier infirmière magasinier magasinière comptable cuisinier cuisinière serveur serveuse vendeur vendeuse secrétaire enseignant enseignante professeure médecin électricien plombier mécanicien chauffeur
  krankenpfleger krankenpflegerin pflegefachkraft pflegefachfrau lagerist lageristin buchhalter buchhalterin verkäufer verkäuferin sachbearbeiter sachbearbeiterin kellner kellnerin elektriker elektrikerin mechaniker mechanikerin schlosser lehrer lehrerin arzt ärztin sekretär sekretärin
  trasporti tessitura tessuti ospedale officina officine cantieri cooperativa transportes tejidos construcciones construtora talleres almacenes bodegas hospital clínica farmacia panadería librería editorial transports boulangerie imprimerie ateliers spedition bäckerei druckerei brauerei infotech technologies textiles foods mills motors traders
  tokyo osaka kyoto london paris berlin munich hamburg madrid barcelona rome milan lisbon porto beijing shanghai shenzhen guangzhou hangzhou seoul busan taipei singapore bangalore bengaluru mumbai delhi hyderabad chennai pune york francisco angeles seattle chicago boston austin texas california usa uk india china japan korea germany france spain italy portugal brazil canada toronto vancouver sydney melbourne australia dubai remote hybrid onsite united states kingdom republic`,
);

/** Words that turn a name-like word beside them into an organisation, a product or a place. */
export const ORGANISATION_WORDS = setOf(
  `inc inc. incorporated ltd ltd. limited llc llp lp corp corp. corporation co co. company companies gmbh ag kg ohg ug sa s.a. sas sarl srl s.r.l. spa s.p.a. sl s.l. slu bv b.v. nv n.v. oy ab as a/s aps plc pvt pty kk k.k. sdn bhd holdings holding group groupe gruppe grupo gruppo partners associates bros brothers sons bank capital venture ventures labs lab laboratories laboratory studio studios works industries technologies technology tech systems solutions services software consulting consultancy agency media press foundation institute institut instituto university universität université universidad universidade università college school academy hospital clinic center centre church council ministry museum library hotel airlines airways motors energy robotics analytics health healthcare pharma pharmaceuticals logistics foods insurance framework library platform engine database cloud protocol algorithm theorem method methodology model test award prizeship scholarship lecture street road avenue lane drive square bridge park river lake mountain county city state valley bay beach island office team building tower stadium airport station & global international worldwide data digital network networks partners`,
);

/** Words that bind the name behind them into an organisation or a place: `Banco Santander`, `Via Garibaldi`. */
export const ORGANISATION_PREFIXES = setOf(
  "bank banco banque banca university universidad universität université universidade università institut institute instituto istituto school schule école escuela escola scuola college hospital hôpital hospital klinik clinic group grupo groupe gruppo museum musée museo église saint st. san santa grand hotel avenue avenida via calle rua rue piazza plaza place fundación fundação fondazione fondation stiftung lycée lycee colegio club teatro theatre mount lake port cape fort &",
);

/** Ordinary words and places that are also given or family names: alone they are not taken for the person. */
export const AMBIGUOUS_NAME_WORDS = setOf(
  `will mark grace hope rose young long king park jordan paris georgia london chase art bill may june april august summer autumn dawn joy faith charity page cook baker carpenter mason miller smithy brown black white green gray grey gold silver rich stone wood woods field fields hill hills forest rivers lake brook banks bush ford carter hunter fisher gardener porter potter price pierce frank grant guy jack jay ray rob rod sue pat penny pearl ruby crystal amber ivy holly daisy lily violet iris olive basil angel christian dean duke earl major miles norman rusty sandy scott skip stone van wade ward west east north south sunny victor virginia china india kenya austin dallas houston jackson lincoln madison washington hamilton boston chelsea brooklyn savannah sydney florence vienna milan israel francis star sky day bell best case church cross english french german grove hand hall house law lay little love moody moon more new noble page parish parson plant pool power quick read reed sharp short small speed spring steel strong sweet swift temple tower trust walk waters wise words go max min sum data java ruby julia pascal ada scala delphi kent oracle apple amazon tesla marin sol luz mar paz cruz reyes flores campos costa rio rey luna vega leon león santos blanco rubio moreno bravo fuerte sales ventas bosque bauer koch schmied richter kaiser könig schwarz weiß wolf vogel fuchs stern berg stein klein gross groß lang kurz jung alt neu petit grand legrand leblanc lenoir boulanger marchand rossi bianchi neri verdi ferrari chiesa costa fontana dev an in on he no so do to kim lee`,
);

/** Particles inside family names. They belong to a name only beside one of its other words. */
export const NAME_PARTICLES = setOf(
  "de da do dos das del della delle dei degli di du des d' l' la le las los van von der den dem ter ten te zu zum zur af av al el bin binti bint ibn abu ben bat y e i und st st. san santa mac mc o' ap ab della lo",
);

/** Titles before a name that say nothing of gender. */
export const NEUTRAL_TITLES = setOf(
  "dr dr. prof.ssa pr pr. revd revd. barr. pbro. arch. mgr. mgr alhaji alhaja dr.in mag.a kfm. kffr. inform. phys. math. chem. psych. biol. betriebsw. volksw. wirt. päd. prof prof. professor professora profesor profesora professeur professoressa dipl.-ing dipl.-ing. dipl. dipl ing ing. mag mag. rev rev. hon hon. mx mx. phd ph.d. ph.d md m.d. mba dra dra. dott dott. dott.ssa dottor dottoressa lic lic. licda. eng eng. engr engr. arq arq. avv avv. abg. cand. univ.-prof. pd h.c. er capt capt. col. maj. lt. sgt. gen. cpa esq maître me",
);

/** Titles before a name that tell its gender, and so are taken out with it. */
export const GENDERED_TITLES = setOf(
  "dona fr. hr. hr signor signora mr mr. mrs mrs. ms ms. miss sir madam dame lady lord herr herrn frau fräulein m. mme mme. mlle mlle. monsieur madame mademoiselle sr sr. sra sra. srta srta. señor señora señorita don doña d. dª d.ª d.º dña dña. senhor senhora sig sig. sig.ra sig.na signor signora signorina dr.ssa shri sri smt smt. kumari mevrouw dhr. mevr. pan pani bay bayan ông bà",
);

/** What may follow a name on its line without being part of it. */
export const NAME_SUFFIXES = setOf(
  "jr jr. sr. ii iii iv phd ph.d ph.d. md m.d. mba m.b.a. msc m.sc m.sc. bsc b.sc b.sc. ba b.a. ma m.a. be b.e. b.tech btech m.tech mtech cpa cfa pmp pe p.e. rn r.n. esq esq. acca cissp frcp mbbs dds jd j.d. llm ll.m. llb dipl mcs bcom b.com mcom mca bca ca cma pmi csm cspo shrm phr sphr",
);

/** Han words that stand at the head of a résumé or of a section and look like a name of two or three characters. */
export const NOT_HAN_NAMES = setOf(
  `履歴書 職務経歴書 経歴書 简历 簡歷 履历 履歷 高级 高級 项目 項目 荣誉 榮譽 应届 应届生 應屆 方向 时间 時間 计算机 計算機 金融 华为 華為 安全 管理 应用 應用 程序 程序员 成绩 成果 经历 经验 职业 教育 技能 技术 证书 證書 语言 語言 兴趣 爱好 特长 自我 评价 个人 信息 资料 基本 联系 联络 方式 求职 意向 工作 实习 实践 项目组 背景 学历 学位 专业 专长 荣誉 奖项 获奖 培训 论文 发表 专利 校园 社会 社团 活动 总结 优势 简介 介绍 能力 英语 日语 德语 法语 韩语 汉语 普通话 本科 硕士 博士 大专 高中 研究生 本科生 全日制 男性 女性 未婚 已婚 党员 团员 群众 北京 上海 广州 深圳 杭州 南京 成都 武汉 西安 重庆 天津 苏州 长沙 郑州 青岛 厦门 宁波 无锡 合肥 佛山 东莞 沈阳 大连 济南 福州 昆明 哈尔滨 香港 澳门 台北 广东 广东省 江苏 江苏省 浙江 浙江省 山东 山东省 湖南 湖南省 湖北 河南 河北 江西 安徽 福建 四川 贵州 云南 陕西 山西 甘肃 于是 方法 方案 时代 全部 高等 高校 高中 连续 安卓 温度 华东 华南 华北 华中 金额 项目经理 产品 产品经理 开发 前端 后端 测试 运维 运营 设计 设计师 架构师 工程师 经理 主管 总监 助理 专员 会计 财务 人事 行政 市场 销售 程序设计 数据 数据库 算法 系统 网络 软件 硬件 平台 服务 时尚 关于 关于我 常用 常州 常熟 经济 水平 熟练 熟悉 掌握 精通 了解 路由 解决 于此 全国 国家 国际 国内 公司 单位 部门 集团 有限 单元 学校 大学 学院 小学 中学 向上 成员 成功 成本 成就 成立 祖国 安装 安排 温州 葛洲坝 元旦 元素 都市 都会 万达 万科 阿里 腾讯 百度 字节 美团 京东 网易 小米 姓名 性别 年龄 出生 民族 籍贯 婚姻 政治 面貌 电话 手机 邮箱 地址 住址 微信 氏名 性別 住所 電話 年齢 写真 学歴 職歴 資格 免許 趣味 特技 備考 志望 動機 本人 希望 経歴 経験 業務 開発 設計 運用 保守 高校 高専 東京 大阪 京都 名古屋 横浜 福岡 札幌 仙台 神戸 千葉 埼玉 広島 東京都 大阪府 京都府 東京大学 京都大学 入社 退社 入学 卒業 在学 現在 以上 以下 株式 会社 英語 中国語 日本語 韓国語 国籍 日本 中国 韓国 台湾 言語 学校名 作成 年月 年月日 期間 担当 規模 環境 技術 得意 自己 推薦 自薦 專長 技術 學歷 經歷 經驗 履歷表 自傳 工作 教育 語文 能力 證照 基本 資料 聯絡 應徵 職務 職稱 期望 待遇 兵役 役畢 免役 臺北 台北市 高雄 高雄市 台中 台南 新北市 桃園 新竹 台灣 臺灣 應用 程式 程式設計 計畫 專案 專業 金門 金山 万元 莫愁 包括 车间 车辆 管培生 管理员 应付 应收 仓储 商务 商业 文化 文秘 文员 文档 单片机 经纪 鲁班 终身 连锁 房地产 方便 高效 高并发 高可用 常见 平均 封装 谷歌 微软 苹果 英特尔 甲骨文 水利 水电 支持 支付 支付宝 费用 时序 全栈 全职 兼职 石油 石化 石家庄 龙湖 金山 金蝶 金地 花费 花园 白盒 黑盒 黑龙江 华夏 农业 游戏 易用 卓越 优秀 三好 三好学生 奖学金 党支部 学生会 班长 团支书 令牌 和谐 司法 简单 简体 简介 向量 阳光 曲线 路径 冷链 解析 解耦 缓存 单点 温馨 焦点 查询 关键 管道 程控 邮件 艺术 习题 别名 别墅 祝贺 聊天 都江堰 商品 商城 广告 宣传 车载 汤臣倍健 卫生 卫星 和平 水产 尚硅谷 顾问 项目部 郑州市 成都市 武汉市 常州市 温州市 万元 席位 牛客 牛客网 牧业 司机 计划 计量 明细 和田 强项 甲级 乙级 宝马 钱包 关联 关系 班子 小组 干部 助理 会议 會議 方案 单位 單位 公司 客户 客戶 时期 時期 和谐 成员 成員 高效 江湖 安排 应对 應對 常务 方法 齐心 计划 計劃 于是 向上 和平 关系 關係 经验 时候 東西 成功 全体 全體 全员`,
);

/** Firms, brands and cities that begin with a family name. */
export const HAN_NAMELIKE_FIRMS = setOf(
  `华润 华泰 华晨 华硕 华虹 华大 华谊 华映 华星 华能 华电 华侨城 华兴 华勤 华图 華碩 華航 華南 華固 華邦 華新 万华 万向 万宝
  万家乐 萬海 萬豪 高通 高德 高盛 高途 高露洁 康师傅 康佳 康泰 康辉 康明斯 康師傅 康寧 安踏 安捷伦 安利 安永 安吉 安富利
  安谋 安克 安恒 安琪 安邦 安达 安侯 安聯 安联 金立 金融街 金风 金龙鱼 金陵 金茂 金华 成飞 易方达 易车 易到
  易宝 白云 白云山 白象 白沙 雷诺 雷神 雷蛇 雷鸟 陆金所 陸金所 石药 柳工 柳州 徐工 徐州 徐福记 徐福記 江铃 江淮 江森 江波龙
  江阴 江门 江蘇 东方 马自达 马士基 马蜂窝 马鞍山 马来西亚 龙芯 龙旗 龙光 汤臣 戴尔 戴森 戴姆勒 戴德梁行 莫德纳 莫斯科 路透 路虎
  路易威登 罗氏 罗技 罗兰 罗森 羅技 羅氏 韦尔 向日葵 云从 云米 云图 商汤 商飞 商務 闻泰 温氏 顾家 方太 曹操 项城 和记 和硕
  和利时 和碩 和泰 和黄 时趣 麦肯锡 麦当劳 麦德龙 麦格纳 麥當勞 麥肯錫 景德镇 景顺 景林 蒙牛 蒙娜丽莎 伊利 伊萨 伊莱克斯 毕马威
  达能 达美乐 达利 洪都航空 盛大 盛趣 丰田 丰巢 荣耀 荣威 荣盛 荣昌 甘孜 宁德 宁夏 宁德时代 连云港 连城 边锋 农夫山泉 农行 山姆
  乔丹 乔治 柯达 柯尼卡 欧莱雅 欧姆龙 欧派 欧普 欧喜 欧司朗 歐萊雅 史密斯 史丹利 施耐德 施乐 施华洛 米其林 米哈游 米高梅 辛巴
  申通 申万 申洲 申能 桂林 桂冠 殷实 梅赛德斯 梅州 梅特勒 梅西 梅奥 梅花 苗圃 英伟达 英威达 车和家 车好多 车企 席梦思 利乐 利丰
  利群 古驰 古井贡 古茗 蓝思 蓝月亮 蓝标 岳阳 岳麓 焦作 常山 常德 黄石 黄冈 黄金 黃金 黄埔 邢台 荆州 荆门 葛兰素 苏宁
  苏泊尔 苏黎世 蘇寧 燕京 燕山 燕之屋 夏普 夏威夷 秦皇岛 秦淮 鲁花 魯花 鲁泰 单县 唐山 曲阜 曲美 曲靖
  武钢 武田 武漢 齐鲁 齐齐哈尔 包头 包钢 童话 宁化 桑达`,
);

/** Hangul words of two to four syllables that open a line and are no name. */
export const NOT_HANGUL_NAMES = setOf(
  `이력서 자기소개 자기소개서 지원서 입사지원서 학력 경력 경력사항 학력사항 기술 기술스택 자격증 수상 수상경력 어학 병역 병역사항 성별 나이 이름 성명 주소 전화 전화번호 연락처 이메일 생년월일 국적 종교 취미 특기 남자 여자 남성 여성 기혼 미혼 한국 한국어 영어 일본어 중국어 서울 서울시 부산 대구 인천 광주 대전 울산 경기 경기도 강원 충북 충남 전북 전남 경북 경남 제주 대학교 대학원 고등학교 개발자 백엔드 프론트엔드 엔지니어 디자이너 기획자 마케터 매니저 팀장 대리 과장 차장 부장 사원 주임 인턴 신입 프로젝트 포트폴리오 요약 소개 정보 인적사항 기본정보 개인정보 활동 경험 교육 교육사항 논문 특허 학점 전공 졸업 재학 휴학 수료 현재 기간 회사 회사명 직무 담당 업무 성과 역할 사용 기술 언어 도구 주요 내용 서비스 시스템 데이터 개발 설계 운영 배포 관리 분석 연구 연구원 원장 이사 대표 대표이사 지원 지원분야 희망 연봉 신한은행 우리은행 국민은행 하나은행 현대 삼성 삼성전자 현대자동차 하이닉스 네이버 카카오 쿠팡 배달의민족 토스 라인 안녕하세요 감사합니다 이상 기타 비고 사진 장점 단점 성장과정 지원동기 성격 입사후포부 학교 학과 학사 석사 박사 정보처리기사 운전면허 컴퓨터 소프트웨어 공학 경영학 경제학 수학 물리학 화학 전자공학 기계공학 고객 서버 문서 보안 모바일 배열 성능 조직 조회 원격 강의 강사 주식회사 유한회사 남 여 고객사 공공기관 국민 국방 국가 국내 국제 공동 공모전 교내 교외 구현 구축 기획 노하우 도입 민간 방송 배치 사업 사이트 선임 선정 설정 성공 소프트 손익 신규 심사 안정 안정성 안전 양식 연동 연락 연수 오픈소스 오류 우수 우수상 원인 유지 유지보수 유형 육군 은행 이용 이전 이직 이슈 인공지능 임원 장려상 장애 전공 전략 전문 전사 전체 전환 정량 정리 정책 제품 조건 조교 주간 주도 주문 지표 진행 차세대 차량 채널 채용 최적화 최종 최고 추가 추천 추진 표준 하루 학습 한글 함께 현황 현업 홍보 황금 변경 변환 고도화 공장 구매 금융 기반 도메인 마케팅 명함 모니터링 문제 해결 미디어 반도체 방법 봉사 봉사활동 상세 상품 석사과정 소재 송금 신용 양산 연간 예약 예산 위험 유통 은퇴 이미지 이해 인사 인증 임상 자료 제조 제안 조선 주관 지도 차트 천안 표시 한국대학교 위기재 상기본인 위본인 현주소 추천인 추천서 정보화 서비스 안드로이드 강점 장점 단점 성과 주요업무 이사회 한빛 품질관리 인사팀 전산팀`,
);
