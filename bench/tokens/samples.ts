/** Invented pieces of résumés in languages that bench/corpus does not write, and texts that are not prose. */
export interface Sample {
  name: string;
  /** The script that most of it is in, or what else it is. */
  script: string;
  text: string;
}

export const SAMPLES: readonly Sample[] = [
  {
    name: "Russian",
    script: "Cyrillic",
    text: `Опыт работы
Ведущий инженер-программист, платёжная система, 2019 – настоящее время
Перевёл обработку платежей на Kafka и PostgreSQL, время ответа снизилось на 40 %.
Руководил командой из шести разработчиков, проводил собеседования и обучение новых сотрудников.
Образование
Магистр прикладной математики, технический университет, 2014
Навыки: Java, Spring Boot, Kubernetes, английский язык (C1)`,
  },
  {
    name: "Ukrainian",
    script: "Cyrillic",
    text: `Досвід роботи
Бухгалтерка, будівельна компанія, 2017 – 2023
Вела облік розрахунків із постачальниками, готувала квартальну звітність та податкові декларації.
Впровадила електронний документообіг, завдяки чому закриття місяця тривало три дні замість семи.
Освіта: бакалавр економіки, 2016. Мови: українська, польська, англійська.`,
  },
  {
    name: "Greek",
    script: "Greek",
    text: `Επαγγελματική εμπειρία
Μηχανικός λογισμικού, εταιρεία τηλεπικοινωνιών, 2018 – σήμερα
Σχεδίασα υπηρεσίες χρέωσης σε Java και PostgreSQL για δύο εκατομμύρια συνδρομητές.
Καθοδήγησα τέσσερις νεότερους συναδέλφους και οργάνωσα τις εβδομαδιαίες επιθεωρήσεις κώδικα.
Εκπαίδευση: δίπλωμα πληροφορικής, 2017. Γλώσσες: ελληνικά, αγγλικά (C2).`,
  },
  {
    name: "Arabic",
    script: "Arabic",
    text: `الخبرة العملية
مهندسة برمجيات أولى، شركة خدمات مالية، ٢٠١٨ – ٢٠٢٤
طوّرت خدمات الدفع الإلكتروني بلغة Java وقاعدة بيانات PostgreSQL، وانخفض زمن الاستجابة بنسبة 35٪.
أشرفت على فريق من خمسة مطورين وأعددت خطط التدريب والتقارير الشهرية للإدارة.
التعليم: بكالوريوس علوم الحاسوب. اللغات: العربية، الإنجليزية، الفرنسية.`,
  },
  {
    name: "Persian",
    script: "Arabic",
    text: `سوابق کاری
کارشناس منابع انسانی، شرکت داروسازی، ۱۳۹۷ تا ۱۴۰۲
برنامه‌ریزی جذب نیرو، برگزاری مصاحبه‌ها و طراحی دوره‌های آموزشی برای بیش از دویست نفر.
تحصیلات: کارشناسی ارشد مدیریت بازرگانی. مهارت‌ها: Excel، گزارش‌نویسی، زبان انگلیسی.`,
  },
  {
    name: "Hebrew",
    script: "Hebrew",
    text: `ניסיון תעסוקתי
מהנדסת תוכנה בכירה, חברת סייבר, 2019 עד היום
פיתוח שירותי ניטור ב-Go וב-Kubernetes, הובלת צוות של שבעה מפתחים ושיפור זמני התגובה ב-30%.
השכלה: תואר ראשון במדעי המחשב, 2018. שפות: עברית, אנגלית, רוסית.`,
  },
  {
    name: "Hindi",
    script: "Devanagari",
    text: `कार्य अनुभव
वरिष्ठ लेखाकार, निर्माण कंपनी, 2016 – 2023
मासिक लेखा, जीएसटी विवरणी और वार्षिक बजट तैयार किए; बिलों की जाँच का समय आधा कर दिया।
तीन सहायकों के दल का नेतृत्व किया और नए कर्मचारियों को प्रशिक्षण दिया।
शिक्षा: वाणिज्य स्नातक। कौशल: Tally, Excel, अंग्रेज़ी और हिन्दी।`,
  },
  {
    name: "Thai",
    script: "Thai",
    text: `ประสบการณ์ทำงาน
วิศวกรซอฟต์แวร์อาวุโส บริษัทประกันภัย 2561 – ปัจจุบัน
พัฒนาระบบเคลมสินไหมด้วย Java และ PostgreSQL ลดเวลาตอบสนองลงร้อยละ 40
ดูแลทีมนักพัฒนาหกคน วางแผนงานประจำสัปดาห์และสอนงานพนักงานใหม่
การศึกษา ปริญญาตรี วิทยาการคอมพิวเตอร์ ภาษา ไทย อังกฤษ ญี่ปุ่น`,
  },
  {
    name: "Tamil",
    script: "Tamil",
    text: `பணி அனுபவம்
மென்பொருள் பொறியாளர், வங்கி நிறுவனம், 2018 – 2024
பணப்பரிமாற்ற சேவைகளை Java மொழியில் உருவாக்கி, ஐந்து பேர் கொண்ட குழுவை வழிநடத்தினேன்.
கல்வி: கணினி அறிவியல் இளங்கலை. மொழிகள்: தமிழ், ஆங்கிலம்.`,
  },
  {
    name: "Bengali",
    script: "Bengali",
    text: `কাজের অভিজ্ঞতা
হিসাবরক্ষক, পোশাক কারখানা, ২০১৭ – ২০২৩
মাসিক হিসাব, বেতন ও কর বিবরণী প্রস্তুত করেছি এবং নতুন কর্মীদের প্রশিক্ষণ দিয়েছি।
শিক্ষা: বাণিজ্যে স্নাতক। ভাষা: বাংলা, ইংরেজি।`,
  },
  {
    name: "Polish",
    script: "Latin",
    text: `Doświadczenie zawodowe
Starsza programistka, firma ubezpieczeniowa, 2018 – obecnie
Zaprojektowałam usługi rozliczeń w Javie i PostgreSQL, czas odpowiedzi skrócił się o 40 %.
Prowadziłam sześcioosobowy zespół, rozmowy kwalifikacyjne i szkolenia nowych pracowników.
Wykształcenie: magister informatyki. Języki: polski, angielski (C1), niemiecki (B2).`,
  },
  {
    name: "Czech",
    script: "Latin",
    text: `Pracovní zkušenosti
Vedoucí skladu, potravinářský podnik, 2016 – 2023
Řídil jsem dvanáct zaměstnanců, zavedl čtečky čárových kódů a snížil počet reklamací o třetinu.
Vzdělání: střední průmyslová škola, obor logistika. Dovednosti: SAP, Excel, řidičský průkaz.`,
  },
  {
    name: "Turkish",
    script: "Latin",
    text: `İş deneyimi
Kıdemli yazılım mühendisi, ödeme sistemleri şirketi, 2019 – günümüz
Ödeme hizmetlerini Kafka üzerine taşıdım, yanıt süresini yüzde kırk kısalttım.
Altı kişilik bir ekibi yönettim, yeni çalışanların eğitimini üstlendim.
Eğitim: bilgisayar mühendisliği lisansı. Diller: Türkçe, İngilizce, Almanca.`,
  },
  {
    name: "Vietnamese",
    script: "Latin",
    text: `Kinh nghiệm làm việc
Kỹ sư phần mềm, công ty bảo hiểm, 2018 – nay
Xây dựng hệ thống bồi thường bằng Java và PostgreSQL, giảm thời gian phản hồi 40 %.
Quản lý nhóm sáu người, lập kế hoạch hằng tuần và đào tạo nhân viên mới.
Học vấn: cử nhân khoa học máy tính. Ngoại ngữ: tiếng Anh, tiếng Nhật.`,
  },
  {
    name: "Finnish",
    script: "Latin",
    text: `Työkokemus
Ohjelmistosuunnittelija, vakuutusyhtiö, 2018 – nykyhetki
Suunnittelin korvauskäsittelyn palvelut Javalla ja PostgreSQL:llä; vasteajat lyhenivät 40 %.
Johdin kuuden hengen tiimiä ja vastasin uusien työntekijöiden perehdytyksestä.
Koulutus: diplomi-insinööri, tietotekniikka. Kielitaito: suomi, ruotsi, englanti.`,
  },
  {
    name: "Swedish",
    script: "Latin",
    text: `Arbetslivserfarenhet
Systemutvecklare, försäkringsbolag, 2018 – pågående
Byggde om skaderegleringen i Java och PostgreSQL så att svarstiderna sjönk med 40 procent.
Ledde en grupp på sex personer och ansvarade för introduktionen av nyanställda.
Utbildning: civilingenjör i datateknik. Språk: svenska, engelska, finska.`,
  },
  {
    name: "Dutch",
    script: "Latin",
    text: `Werkervaring
Wijkverpleegkundige, thuiszorgorganisatie, 2016 – heden
Zorgde dagelijks voor achttien cliënten, stelde zorgplannen op en begeleidde leerlingen.
Voerde een digitaal dossier in, waardoor de overdracht tien minuten korter werd.
Opleiding: hbo verpleegkunde. Talen: Nederlands, Engels, Duits. Rijbewijs B.`,
  },
  {
    name: "Romanian",
    script: "Latin",
    text: `Experiență profesională
Inginer de calitate, fabrică de componente auto, 2017 – prezent
Am redus rebuturile cu 18 % prin instruirea operatorilor și controlul statistic al proceselor.
Studii: licență în inginerie mecanică. Limbi: română, engleză, germană.`,
  },
  {
    name: "Indonesian",
    script: "Latin",
    text: `Pengalaman kerja
Staf akuntansi, perusahaan distribusi makanan, 2017 – 2023
Menyusun laporan keuangan bulanan, memeriksa faktur, dan mempercepat penutupan buku menjadi tiga hari.
Pendidikan: sarjana ekonomi. Keahlian: Excel, perpajakan, bahasa Inggris.`,
  },
  {
    name: "Japanese",
    script: "kana and kanji",
    text: `職務経歴
株式会社の決済システム開発を担当（2018年4月～現在）
JavaとPostgreSQLを用いた決済サービスの設計、応答時間を40％短縮しました。
六名のチームを率い、コードレビューや新入社員の教育を行いました。
学歴　情報工学修士　語学　英語（ビジネスレベル）`,
  },
  {
    name: "Korean",
    script: "Hangul",
    text: `경력 사항
결제 플랫폼 백엔드 개발자, 2018년 3월 ~ 현재
자바와 PostgreSQL로 정산 서비스를 설계하여 응답 시간을 40% 단축했습니다.
여섯 명의 팀을 이끌고 신입 사원 교육과 코드 검토를 담당했습니다.
학력: 컴퓨터공학 학사. 외국어: 영어(비즈니스 회화), 일본어(중급).`,
  },
  {
    name: "Chinese, simplified",
    script: "Han, simplified",
    text: `工作经历
支付平台高级后端工程师　2018年3月至今
负责结算服务的设计与开发，使用Java和PostgreSQL，平均响应时间缩短40%。
带领六人团队，主持代码评审，编写新员工培训资料并组织面试。
教育背景：计算机科学与技术，硕士。语言能力：英语（CET-6）。`,
  },
  {
    name: "Chinese, traditional",
    script: "Han, traditional",
    text: `工作經歷
支付平台資深後端工程師　2018年3月至今
負責結算服務的設計與開發，使用Java與PostgreSQL，平均回應時間縮短40%。
帶領六人團隊，主持程式碼審查，撰寫新進員工訓練教材並籌辦面試。
學歷：資訊工程碩士。語言能力：英語（多益 890）、日語（N2）。`,
  },
  {
    name: "program",
    script: "code",
    text: `export async function settle(ctx: Ctx, batch: Payment[]): Promise<Report> {
  const totals = new Map<string, number>();
  for (const { account_id, amount_cents, currency } of batch) {
    if (currency !== "EUR") throw new RangeError(\`\${currency}: only EUR is settled\`);
    totals.set(account_id, (totals.get(account_id) ?? 0) + amount_cents);
  }
  return { at: ctx.now(), accounts: totals.size, total: [...totals.values()].reduce((a, b) => a + b, 0) };
}
SELECT job_id, count(*) AS n FROM application WHERE state = 'evaluated' GROUP BY job_id ORDER BY n DESC LIMIT 10;`,
  },
  {
    name: "table",
    script: "tables",
    text: `| period | employer | role | share |
|---|---|---|---:|
| 03/2021 – 10/2024 | Northwind Grid | backend engineer | 100 % |
| 09/2018 – 02/2021 | Tidewater Bank | developer | 80 % |
| 2014 – 2018 | University of Leeds | BSc, grade 1.3 | – |
Skills      Go          5 years     expert
            Kubernetes  4 years     advanced`,
  },
  {
    name: "numbers",
    script: "digits",
    text: `2024-11-03 09:15:22  1.380.000,50 €  (+18.4 %)
ISO 27001:2022, RFC 9457, 10.0.0.1/24, v3.11.4-rc.2
GPA 3.87/4.00; TOEFL 108; 40,000 requests/s; 99.95 %; 12 × 7.5 h; ±0.02`,
  },
  {
    name: "emoji",
    script: "emoji",
    text: `📞 [PHONE_1] ✉️ [EMAIL_1] 📍 [ADDRESS] 🔗 [URL_1]
💼 Experience 🚀 shipped 3 apps 📈 +25 % users 🏆 hackathon winner 2022
🎓 Education ✅ BSc ✅ MSc 🛠️ Skills ⭐⭐⭐⭐☆ Python ⭐⭐⭐⭐⭐ SQL 👩‍💻 remote 🌍 languages 🇬🇧 🇫🇷 🇩🇪`,
  },
];
