/** Further layouts and fields, per language. `⟦TYPE:value⟧` has to be taken out, everything else has to stay. */
export const FURTHER_CHINESE_CASES: readonly string[] = [
  "⟦NAME:王大锤⟧\n应聘岗位：Java开发工程师\n⟦GENDER:男⟧ / ⟦AGE:26岁⟧ / ⟦NATIVE_PLACE:山东青岛人⟧ / 本科\n电话 ⟦PHONE:176-1234-5678⟧ 邮箱 ⟦EMAIL:dachui.wang@foxmail.com⟧",
  "基本信息\n姓名：⟦NAME:司马南风⟧\n性别：⟦GENDER:男⟧\n年龄：⟦AGE:31⟧\n籍贯：⟦NATIVE_PLACE:江西 · 南昌⟧\n婚育状况：⟦MARITAL_STATUS:已婚，一子⟧\n政治面貌：⟦POLITICAL_STATUS:群众⟧",
  "⟦NAME:李娜⟧\n8年产品经验 | ⟦AGE:34岁⟧ | ⟦GENDER:女⟧ | 本科 | 上海\n⟦PHONE:+86 139 1234 5678⟧ · ⟦EMAIL:lina_pm@outlook.com⟧ · 微信同号",
  "姓名：⟦NAME:艾克拜尔·买买提⟧ 民族：⟦ETHNICITY:维吾尔族⟧",
  "联系电话：⟦PHONE:0571-88886666-8012⟧ 传真：⟦PHONE:0571-88886667⟧",
  "手机号码: ⟦PHONE:１３８１２３４５６７８⟧ 身份证号码: ⟦NATIONAL_ID:３２０１０２１９８８０７１５１２３４⟧",
  "候选人：⟦NAME:周星星⟧（应聘编号 20230415）",
  "现居：⟦ADDRESS:成都市高新区天府三街198号腾讯成都大厦A座⟧，求职意向：架构师",
  "家庭成员\n父亲：⟦PERSON:张大山⟧ 务农\n母亲：⟦PERSON:李秀英⟧ 务农",
  "2020年7月至今 就职于深圳市大疆创新科技有限公司，担任嵌入式软件工程师，base 深圳南山。",
  "获得2019年度优秀员工、全国大学生数学建模竞赛一等奖；CET-6 568分；软件著作权登记号 2020SR0123456",
  "管理30人研发团队，年营收从3000万提升到1.2亿，客户包括中国银行、汉族服饰品牌十三余",
  "姓名：⟦NAME:蔡依琳⟧\n英文名字：⟦NAME:Jolin Tsai⟧\n年齡：⟦AGE:30 歲⟧\n聯絡地址：⟦ADDRESS:高雄市前鎮區中山二路2號10樓⟧\n聯絡電話：⟦PHONE:07-3344556⟧",
  "⟦NAME:Mr. Lee Ka Wai⟧\nHKID No.: ⟦NATIONAL_ID:G123456(A)⟧\nContact: ⟦PHONE:6123 4567⟧",
];

export const FURTHER_JAPANESE_CASES: readonly string[] = [
  "職務経歴書\n2024年5月20日\n氏名　⟦NAME:中村 拓也⟧\n■職務要約\n大学卒業後、株式会社中村製作所に入社。",
  "⟦NAME:渡辺　直美⟧（⟦NAME:わたなべ なおみ⟧）\n⟦AGE:32歳⟧　⟦GENDER:女性⟧　東京都在住\n⟦EMAIL:naomi.w@example.ne.jp⟧",
  "生年月日　⟦BIRTH_DATE:1992年 7月 15日生⟧　（⟦AGE:満 31 歳⟧）　※性別　⟦GENDER:女⟧",
  "現住所 〒⟦ADDRESS:812-0011 福岡県福岡市博多区博多駅前三丁目2番1号⟧\n電話 ⟦PHONE:092-123-4567⟧",
  "扶養家族　⟦MARITAL_STATUS:2人⟧　配偶者　⟦MARITAL_STATUS:有⟧　通勤時間　約45分",
  "推薦者：⟦PERSON:山口 智子⟧（元上司） ⟦EMAIL:yamaguchi@example.com⟧",
  "2010年4月〜2014年3月 早稲田大学 政治経済学部\n平成26年4月 株式会社日立製作所 入社\n令和2年1月 同社 主任",
];

export const FURTHER_KOREAN_CASES: readonly string[] = [
  "⟦NAME:남궁민⟧\n⟦BIRTH_DATE:1991년생⟧ (⟦AGE:만 33세⟧) | ⟦GENDER:남⟧ | ⟦MARITAL_STATUS:기혼⟧\n⟦PHONE:010 2345 6789⟧ | ⟦EMAIL:mingung@daum.net⟧ | ⟦LINK:https://velog.io/@mingung⟧",
  "영문이름: ⟦NAME:Lee Seo-yeon⟧  한자: ⟦NAME:李書姸⟧",
  "주소 ⟦ADDRESS:인천광역시 연수구 송도과학로 32, 송도테크노파크IT센터 M동 1204호⟧",
  "보훈여부: ⟦MILITARY_STATUS:비대상⟧ / 장애여부: ⟦MILITARY_STATUS:비대상⟧ / 병역구분: ⟦MILITARY_STATUS:면제⟧",
  "긴급연락처: ⟦PERSON:이순신⟧ (부) ⟦PHONE:010-5555-6666⟧",
  "삼성전자 DX부문 2018.01 ~ 2022.12 / 카카오뱅크 서버개발 2023.01 ~ 재직중 / 서울대학교 컴퓨터공학부",
];

export const FURTHER_ENGLISH_CASES: readonly string[] = [
  "⟦NAME:DAVID O'CONNOR⟧\nSenior Data Engineer\nLondon, UK | ⟦PHONE:+44 (0)7700 900 456⟧ | ⟦EMAIL:david.oconnor@gmail.com⟧ | ⟦LINK:github.com/doconnor⟧",
  "⟦NAME:Dr Fatima Al-Zahra⟧ | Data Scientist | Dubai\nNationality: ⟦NATIONALITY:Jordanian⟧ | DOB: ⟦BIRTH_DATE:23.04.1989⟧ | Visa: Employment",
  "Resume - ⟦NAME:Nguyễn Thị Minh Anh⟧\nGender: ⟦GENDER:Female⟧; Marital status: ⟦MARITAL_STATUS:Single⟧; Religion: ⟦RELIGION:Buddhist⟧",
  "Name of the Candidate : ⟦NAME:Venkata Subramaniam R⟧\nFather’s Name : ⟦PERSON:Mr. K. Ramanathan⟧\nDate of Birth : ⟦BIRTH_DATE:05-June-1994⟧\nGender : ⟦GENDER:Male⟧\nMarital Status : ⟦MARITAL_STATUS:Single⟧\nNationality : ⟦NATIONALITY:Indian⟧\nPassport No : ⟦PASSPORT:N1234567⟧\nPermanent Address : ⟦ADDRESS:D/No 4-56, Main Road, Kakinada, East Godavari Dist, Andhra Pradesh - 533001⟧",
  "Name: ⟦NAME:Amit Verma⟧\nI, ⟦NAME:Amit Verma⟧, hereby declare that the above is true.\nPlace: Pune\n(⟦NAME:Amit Verma⟧)",
  "Applicant: ⟦NAME:Sean Murphy⟧ (aka ⟦NAME:Seán⟧)\nAddress: ⟦ADDRESS:12 Grafton Street, Dublin 2, D02 VF25, Ireland⟧",
  "⟦ADDRESS:1600 Pennsylvania Avenue NW, Washington, DC 20500⟧",
  "⟦ADDRESS:PO Box 4421, Portland, ME 04101⟧",
  "⟦ADDRESS:Unit 5, 88 Collins Street, Melbourne VIC 3000⟧",
  "⟦ADDRESS:350 Fifth Avenue, Suite 3300\nNew York, NY 10118⟧",
  "⟦ADDRESS:10 Downing Street, London SW1A 2AA⟧",
  "Referees:\n1. ⟦PERSON:Prof. Helen Carter⟧, University of York, ⟦EMAIL:h.carter@york.example⟧\n2. ⟦PERSON:Mark Evans⟧, CTO at Blue Rail",
  "My manager, ⟦PERSON:Susan Boyle⟧, can be reached at ⟦PHONE:(646) 555-0175⟧.",
  "Father's name: ⟦PERSON:Late Shri Mohan Lal⟧, Mother's name: ⟦PERSON:Smt. Kamla Devi⟧",
  'Publications: A. Turing and J. Doe, "On machines", 2019',
  "Contact me: ⟦PHONE:+1-202-555-0173⟧ or ⟦EMAIL:me@janesmith.io⟧ or via ⟦LINK:https://www.linkedin.com/in/jane-smith-12345/⟧",
  "LinkedIn: ⟦LINK:https://linkedin.com/in/%E5%BC%A0%E4%B8%89⟧",
  "Stack Overflow: ⟦LINK:stackoverflow.com/users/1234567/jdoe⟧ Kaggle: ⟦LINK:kaggle.com/jdoe⟧ Medium: ⟦HANDLE:@jdoe⟧",
  "Built APIs with Node.js, ASP.NET, Socket.io, Vue.js and README.md docs; used @Transactional and @angular/core",
  "Improved Core Web Vitals (LCP 2.5 s), Java 8/11/17, C++17, IPv4 192.168.0.1, MAC 00:1A:2B:3C:4D:5E, UUID 123e4567-e89b-12d3-a456-426614174000",
  "SHA 9f86d081884c7d659a2feaa0c55ad015, build 20210415.3, JIRA-12345, CVE-2021-44228, RFC 7231, port 8080, HTTP 404",
  "Saved $1,200,000 (35%), 2,500+ users, 99.99% uptime, 1.5M rows, ¥3,000,000, £45k, 10-15 people, 2018/19 season",
  "Increased NPS from 32 to 58; sold 1200 units in Q3 2021; handled 150 calls/day; 40 hours/week; 5-9 years",
  "Grace Hopper Conference speaker; Ada Lovelace fellow; worked at Morgan Stanley, Goldman Sachs, Johnson & Johnson and Wells Fargo",
  "Married frontend and backend teams; single page applications; female founders network mentor; age-based segmentation; race detector; sex education NGO",
  "Native iOS apps, native speaker of English, Indian Institute of Technology, Chinese Academy of Sciences, German Research Foundation, French Ministry",
  "Born-digital archives, aged care software, 32-bit systems, 45 day sprint, 30 years of history, 21 years experience",
];

export const FURTHER_GERMAN_CASES: readonly string[] = [
  "Persönliche Daten\nName: ⟦NAME:Dr.-Ing. Björn Özdemir⟧\nGeb.: ⟦BIRTH_DATE:7.8.1983⟧, ⟦NATIVE_PLACE:Duisburg⟧\nFamilienstand: ⟦MARITAL_STATUS:verh., 2 Kinder⟧\nStaatsangeh.: ⟦NATIONALITY:deutsch-türkisch⟧",
  "⟦NAME:Lena Hoffmann⟧ · ⟦ADDRESS:Gartenweg 3 · 50667 Köln⟧ · ⟦PHONE:+49 221 123456⟧ · ⟦EMAIL:lena@hoffmann.de⟧",
  "Wohnort: ⟦ADDRESS:Leipzig⟧\nAlter: ⟦AGE:42 Jahre⟧\nReligion: ⟦RELIGION:röm.-kath.⟧\nWehrdienst: ⟦MILITARY_STATUS:abgeleistet⟧",
  "Straße: ⟦ADDRESS:Unter den Linden 77⟧\nPLZ/Ort: ⟦ADDRESS:10117 Berlin⟧",
  "Referenzen\n⟦PERSON:Dr. Klaus Neumann⟧, Geschäftsführer Muster AG, Telefon ⟦PHONE:0211 / 98 76 54⟧",
  "05/2012–heute Projektleiterin bei der Deutschen Bahn AG, Frankfurt am Main; Budget 2,5 Mio. €; Team von 14 Personen",
  "Zertifikat Nr. 2019-04-1234567, ITIL v4, SAP S/4HANA 1909, ISO/IEC 27001:2013, Az. 12 O 345/19",
];

export const FURTHER_FRENCH_CASES: readonly string[] = [
  "⟦NAME:Madame Sophie MARTIN⟧\n⟦ADDRESS:8 allée des Tilleuls\n31000 Toulouse⟧\nPort. : ⟦PHONE:07 81 23 45 67⟧\n⟦AGE:45 ans⟧, ⟦MARITAL_STATUS:divorcée⟧, ⟦MARITAL_STATUS:3 enfants⟧",
  "État civil\nNé le ⟦BIRTH_DATE:1er janvier 1980⟧ à ⟦NATIVE_PLACE:Saint-Étienne (42)⟧\nDe nationalité ⟦NATIONALITY:algérienne⟧",
  "Encadré par ⟦PERSON:Jean-Marc Dubois⟧, directeur technique. Supérieur hiérarchique : ⟦PERSON:Nathalie Petit⟧",
  "Société Générale, La Défense — 2016 à 2021 : chef de projet ; Master 2, Université Paris-Saclay ; permis B ; TOEIC 945",
];

export const FURTHER_ROMANCE_CASES: readonly string[] = [
  "⟦NAME:Lucía Fernández Ortega⟧\n⟦AGE:29 años⟧ · ⟦NATIONALITY:Argentina⟧ · ⟦MARITAL_STATUS:Soltera⟧\nDNI ⟦NATIONAL_ID:32.456.789⟧ · Cel. ⟦PHONE:+54 9 11 2345-6789⟧\n⟦ADDRESS:Av. Corrientes 1234, Piso 5, CABA⟧",
  "RUT: ⟦NATIONAL_ID:12.345.678-5⟧ Teléfono: ⟦PHONE:+56 9 8765 4321⟧ Dirección: ⟦ADDRESS:Pasaje Los Aromos 456, Ñuñoa, Santiago⟧",
  "Cédula de ciudadanía: ⟦NATIONAL_ID:1.023.456.789⟧ de Bogotá. Libreta militar: ⟦MILITARY_STATUS:primera clase⟧",
  "Filiação: ⟦PERSON:José Santos⟧ e ⟦PERSON:Maria Santos⟧\nNascimento: ⟦BIRTH_DATE:02/02/1992⟧\nPIS: ⟦SOCIAL_ID:120.12345.67-8⟧\nTítulo de eleitor: ⟦NATIONAL_ID:1234 5678 0123⟧",
  "Nazionalità: ⟦NATIONALITY:Italiana⟧\nData di nascita: ⟦BIRTH_DATE:12 aprile 1987⟧\nIndirizzo: ⟦ADDRESS:Corso Vittorio Emanuele II, 101 - 10128 Torino⟧\nTelefono: ⟦PHONE:+39 011 5678901⟧\nServizio militare: ⟦MILITARY_STATUS:assolto⟧",
  "Il sottoscritto ⟦NAME:Marco Esposito⟧, nato a ⟦NATIVE_PLACE:Napoli (NA)⟧ il ⟦BIRTH_DATE:10/10/1985⟧, residente in ⟦ADDRESS:Via Toledo 256, 80132 Napoli⟧",
];

export const FURTHER_OTHER_CASES: readonly string[] = [
  "Naam: ⟦NAME:Pieter van der Berg⟧\nGeboortedatum: ⟦BIRTH_DATE:12-03-1990⟧\nAdres: ⟦ADDRESS:Keizersgracht 123, 1015 CJ Amsterdam⟧\nTelefoon: ⟦PHONE:06-12345678⟧\nNationaliteit: ⟦NATIONALITY:Nederlandse⟧",
  "Imię i nazwisko: ⟦NAME:Katarzyna Wiśniewska⟧\nData urodzenia: ⟦BIRTH_DATE:15.07.1991⟧\nPESEL: ⟦NATIONAL_ID:44051401458⟧\nTelefon: ⟦PHONE:600 123 456⟧",
  "ФИО: ⟦NAME:Иванов Иван Иванович⟧\nДата рождения: ⟦BIRTH_DATE:12.05.1990⟧\nПол: ⟦GENDER:мужской⟧\nТелефон: ⟦PHONE:+7 (912) 345-67-89⟧",
  "Ad Soyad: ⟦NAME:Mehmet Yılmaz⟧\nDoğum Tarihi: ⟦BIRTH_DATE:01.01.1988⟧\nAskerlik Durumu: ⟦MILITARY_STATUS:Yapıldı⟧\nMedeni Durum: ⟦MARITAL_STATUS:Evli⟧",
  "Họ và tên: ⟦NAME:Trần Văn Bình⟧\nNgày sinh: ⟦BIRTH_DATE:20/11/1992⟧\nGiới tính: ⟦GENDER:Nam⟧\nSố điện thoại: ⟦PHONE:0901 234 567⟧",
];
