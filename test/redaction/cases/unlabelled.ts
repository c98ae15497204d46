/** Facts, other people and accounts that stand without a label. `⟦TYPE:value⟧` has to be taken out, everything else has to stay. */
export const UNLABELLED_TRAITS: readonly string[] = [
  "⟦NAME:Jane Roe⟧\n⟦AGE:34 years⟧ | ⟦MARITAL_STATUS:Widowed⟧ | ⟦RELIGION:Sikh⟧ | ⟦NATIONALITY:Kenyan and British⟧",
  "⟦NAME:Jane Roe⟧\nI am Jane, ⟦AGE:29 yrs⟧, ⟦MARITAL_STATUS:Single⟧, and a ⟦NATIONALITY:Canadian⟧.".replace(
    "I am Jane",
    "I am ⟦NAME:Jane⟧",
  ),
  "⟦NAME:Jane Roe⟧\n⟦NATIONALITY:U.S. citizen⟧ | ⟦MARITAL_STATUS:Single⟧ | ⟦BIRTH_DATE:April 15, 1969⟧",
  "⟦NAME:Max Muster⟧\n⟦BIRTH_DATE:3. Mai 1990⟧ | ⟦NATIVE_PLACE:Görlitz⟧ | ⟦MARITAL_STATUS:ledig⟧ | ⟦NATIONALITY:österreichisch⟧",
  "⟦NAME:Juan Ejemplo⟧\n⟦AGE:41 años cumplidos⟧ | ⟦MARITAL_STATUS:Viudo⟧ | ⟦NATIONALITY:peruana y española⟧",
  "Me llamo ⟦NAME:Juan Ejemplo⟧, tengo ⟦AGE:25 años⟧ y soy ⟦MARITAL_STATUS:Viudo⟧.",
  "⟦NAME:김하늘⟧\n안녕하세요, ⟦NAME:김하늘⟧입니다. ⟦AGE:만 29세⟧ ⟦GENDER:여성⟧이며 ⟦MARITAL_STATUS:미혼⟧입니다.",
  "저는 ⟦BIRTH_DATE:1995-03-02⟧ ⟦NATIVE_PLACE:전라남도 목포⟧에서 태어나 자랐습니다.",
  "⟦NAME:佐藤花子⟧\n⟦AGE:28才⟧の⟦GENDER:女性⟧です。⟦BIRTH_DATE:1996年5月3日⟧、⟦NATIVE_PLACE:北海道⟧で生まれました。",
  "⟦NAME:佐藤花子⟧\n⟦BIRTH_DATE:1991年3月11日⟧ ⟦GENDER:女⟧ ⟦NATIVE_PLACE:沖縄県那覇市⟧",
  "⟦NAME:李雷⟧\n我叫⟦NAME:李雷⟧，来自⟦NATIVE_PLACE:湖北省宜昌市⟧，今年⟦AGE:31周岁⟧，⟦MARITAL_STATUS:已婚，育有一女⟧。",
  "⟦NAME:許雅婷⟧\n⟦GENDER:女⟧，⟦AGE:36 歲⟧，⟦NATIVE_PLACE:台中市西屯區人⟧，⟦MILITARY_STATUS:已服役⟧",
  "⟦NAME:许璐⟧\n⟦GENDER:女性⟧ | ⟦AGE:36岁⟧ | ⟦NATIVE_PLACE:四川省⟧ | ⟦MARITAL_STATUS:单身⟧",
  "宗教: ⟦RELIGION:無宗教⟧\n혼인상태: ⟦MARITAL_STATUS:배우자 있음⟧\nFaith: ⟦RELIGION:Church of England⟧",
  "Jane was born in ⟦NATIVE_PLACE:Fairview, TX⟧ on ⟦BIRTH_DATE:9/27/1972⟧ and grew up there.",
];

export const UNLABELLED_PERSONS: readonly string[] = [
  "Publications\n⟦PERSON:Bartholomew Whitfield⟧, ⟦PERSON:Karen Whitfield⟧ and ⟦PERSON:Wim Haakonsen⟧: On joins. 2020",
  "Publicaciones\n⟦PERSON:Marta Ruiz Vega⟧, ⟦PERSON:Iker Bello⟧ y ⟦PERSON:Ainhoa Sanz⟧, Anales de Ingeniería, 2019.",
  "Took over from ⟦PERSON:Siobhan Gallagher⟧. Supervised by ⟦PERSON:Nadia Cherif⟧ then ⟦PERSON:Sylvain Perrot⟧.",
  "Worked with ⟦PERSON:Gethin Pemberton⟧ and ⟦PERSON:Olivia Taylor⟧ on pricing",
  "Eingearbeitet von ⟦PERSON:Kunigunde Wolters⟧; in Nachfolge von ⟦PERSON:Ilse Brandt⟧ geführt",
  "A cargo de ⟦PERSON:Inés Valdivia⟧; codo con codo con ⟦PERSON:Rubén Otero⟧; bajo el liderazgo de ⟦PERSON:Marta Lucena⟧",
  "Sob a liderança de ⟦PERSON:Tiago Bragança⟧; ao lado de ⟦PERSON:Filipa Moreira⟧; coordenada por ⟦PERSON:Duarte Pacheco⟧",
  "Coordinato da ⟦PERSON:Ludovica Sforza⟧; al fianco di ⟦PERSON:Ettore Bassi⟧",
  "En tandem avec ⟦PERSON:Mehdi Benali⟧ ; sous la houlette de ⟦PERSON:Sylvain Perrot⟧ puis ⟦PERSON:Nadia Cherif⟧",
  "工作经历\n同事⟦PERSON:陈立新⟧反馈良好。与⟦PERSON:周晓燕⟧、⟦PERSON:吴海涛⟧共同开发。接替⟦PERSON:郑国强⟧职务。直属上级为⟦PERSON:刘建国⟧。",
  "工作經歷\n與同事⟦PERSON:陳俊宏⟧合作完成專題。曾協助⟦PERSON:張簡志明⟧完成訓練。與⟦PERSON:蔡依珊⟧、⟦PERSON:許家豪⟧共同撰寫論文。",
  "推薦人\n⟦PERSON:張簡承恩⟧，木格設計 前端工程師，⟦PHONE:0963-993-966⟧",
  "職務経歴\nメンターの⟦PERSON:剣持 凛太郎⟧氏から指導を受けた。共著者：⟦PERSON:鰐淵凪沙⟧、⟦PERSON:小日向葵⟧",
  "職務経歴\n⟦PERSON:早乙女真理⟧氏の指導のもと卒業研究を行う。\n推薦者\n⟦PERSON:鰐淵凪沙⟧（株式会社テスト　課長）⟦PHONE:070-4595-3168⟧",
  "경력\n⟦PERSON:허 준⟧ 팀장과 협업.\n추천인\n⟦PERSON:마 동석⟧ / 다온물류 / 부장 / ⟦PHONE:010-1234-5678⟧",
];

export const UNLABELLED_ACCOUNTS: readonly string[] = [
  "如需进一步了解，请加微信 ⟦HANDLE:lilei_88⟧。",
  "经历\n开发\n如需了解，可加微信 ⟦HANDLE:@lilei_cn⟧。",
  "WhatsApp: ⟦HANDLE:jane_roe88⟧\nSkype: ⟦HANDLE:live:janeroe⟧",
  "담당 번호 ⟦NATIONAL_ID:760413-1212134⟧ 확인",
  "Jane led it, see ⟦PHONE:+447700900641⟧",
];

/** Technologies, firms, posts and groups of people: nothing in these is anybody's. */
export const LOOKALIKES: readonly string[] = [
  "Built with Spring Boot, Apache Kafka and Jenkins Pipelines: 40% faster deploys",
  "Skills\nAdobe Photoshop, Microsoft Excel and Visual Studio: advanced\nTensor Flow, Scikit Learn: 3 years",
  "Experience\nConsultant at Morgan Stanley, Goldman Sachs and Merrill Lynch (2015)",
  "Experience\nCustomers: Ernst Young, Baker Hughes, Lockheed Martin and Dow Jones",
  "Experience\nPartnered with Northgate Freight, worked with Aston Martin and John Deere",
  "Experience\nSan Francisco, Los Angeles and New York: field sales",
  "Liderado por Scrum y dirigido por datos. Equipo de Desarrollo Web. Time de Vendas Internas.",
  "Team von Siemens Energy, in der Abteilung Einkauf; Nachfolge von Windows Server",
  "工作经历\n与华为、小米共同开发，由公司统筹；配合项目组完成需求；在高级经理指导下工作",
  "工作经历\n和金融客户合作，向领导汇报，为全国客户提供服务；与方正集团合作；由于时间关系未完成",
  "工作经历\n协助产品经理完成调研，接替前任负责人，跟随团队学习，与国家电网合作，由万科集团主导",
  "職務経歴\nリーダーとして業務を担当。上司である部長の評価が高く、取引先様との調整。お客様から評価。同氏の指導。",
  "職務経歴\n20代女性の市場調査。30歳の男性向け商品の企画。18才以上を対象。",
  "경력\n팀장과 함께 전사 프로젝트를 진행. 전 팀 팀장. 20세 남성 고객 분석, 미혼 고객 대상 상품",
  "Resumen\n15 años de experiencia\nTengo 12 años de experiencia y con 20 años en el sector",
  "Profil\nJ'ai 15 ans d'expérience dans la vente, avec 20 ans de métier",
  "Skills\nWeChat SDK v3_2 integration, LINE Messaging API, 微信支付 api_v3 接口, 微信小程序 wx_login 流程",
  "Hindu Kush expedition; Christian Dior account; Islamic finance; Catholic school teacher",
  "Experiência\nCNPJ 11.912.345/0001-81",
  "A number with a wrong check digit, 760413-1212134, outside Korean text",
  "Driving licence: B\nCarta de condução: B\nPermiso de conducir: B y C1\nFührerschein: Klasse B",
];
