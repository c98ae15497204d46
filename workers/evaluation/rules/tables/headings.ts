/** Headings under which résumés file their lines, in the languages Candor reads. Compared without case, spaces or decoration. */
import { list } from "./list.ts";

export const SECTIONS = [
  "work",
  "project",
  "education",
  "skill",
  "language",
  "certificate",
  "summary",
  "interest",
  "publication",
  "reference",
  "wanted", // what a job asks for or the applicant hopes for: says nothing of what was done
  "personal",
] as const;
export type Section = (typeof SECTIONS)[number];

export const HEADINGS: Record<Section, readonly string[]> = {
  work: list(`
    experience; work experience; professional experience; employment; employment history; work history;
    career history; career; professional background; relevant experience; industry experience; internships;
    internship experience; volunteer experience; volunteering; positions held; 工作经历; 工作经验;
    工作履历; 职业经历; 任职经历; 从业经历; 实习经历; 实习经验; 工作經歷; 工作經驗; 實習經歷; 職歴;
    職務経歴; 職務経歴書; 業務経歴; 業務経験; 経歴; 職務内容; 職務経歴詳細; 実務経験; インターンシップ;
    berufserfahrung; berufspraxis; beruflicher werdegang; werdegang; berufliche erfahrung;
    berufliche stationen; praktika; praktische erfahrung; arbeitserfahrung; beruflicher hintergrund; 경력;
    경력사항; 업무경력; 업무 경험; 직무 경험; 경력 사항; 인턴 경험; expérience; expériences;
    expérience professionnelle; expériences professionnelles; parcours professionnel; stages; experiencia;
    experiencia laboral; experiencia profesional; trayectoria profesional; historial laboral; prácticas;
    experiência profissional; experiência; esperienza lavorativa; esperienza professionale;
    esperienze professionali; esperienza; esperienze lavorative; experiências profissionais; percurso profissional;
    histórico profissional; historique professionnel; 任職經歷; 工作履歷; 職歷; 工作簡歷; werkervaring;
    doświadczenie zawodowe; опыт работы`),
  project: list(`
    projects; personal projects; side projects; selected projects; key projects; open source;
    open source projects; open source contributions; project experience; 项目经验; 项目经历; 项目;
    开源项目; 个人项目; 项目介绍; 專案經驗; 專案經歷; 專案; プロジェクト; プロジェクト経験;
    プロジェクト経歴; 個人開発; 開発実績; 制作実績; projekte; projekterfahrung; ausgewählte projekte;
    eigene projekte; 프로젝트; 프로젝트 경험; 개인 프로젝트; 주요 프로젝트; projets; projets personnels;
    proyectos; proyectos personales; projetos; progetti; projecten`),
  education: list(`
    education; academic background; education and training; academic qualifications;
    educational background; studies; academic history; degrees; 教育背景; 教育经历; 学历; 学习经历; 教育;
    教育經歷; 學歷; 教育背景及培训; 学歴; 学歴・職歴; 最終学歴; 教育歴; ausbildung; bildung; studium;
    bildungsweg; schulbildung; akademischer werdegang; schule und studium; aus- und weiterbildung;
    hochschulbildung; akademische ausbildung; bildungsgang; 학력; 학력사항; 학력 사항; 교육; formation;
    formations; études; parcours académique; formation académique; diplômes; diplômes et formations;
    formación; formación académica; educación; estudios; formação; formação acadêmica; formação académica;
    escolaridade; educação; habilitações académicas;
    habilitações literárias; istruzione; istruzione e formazione; formazione; titoli di studio; percorso di studi;
    scolarité; estudios realizados; 求學經歷; 最高學歷; opleiding; opleidingen; wykształcenie; образование`),
  skill: list(`
    skills; technical skills; core skills; key skills; technologies; tools; tech stack;
    technical expertise; core competencies; competencies; areas of expertise; programming languages;
    skills and tools; other skills; technical proficiencies; skills & interests; additional skills; 技能;
    专业技能; 技术栈; 技能特长; 掌握技能; 技能清单; 专业能力; 技术能力; 专业特长; 個人技能; 專業技能;
    技術能力; 职业技能; スキル; 技術スキル; テクニカルスキル; 保有スキル; 活かせる経験・知識・技術;
    使用技術; 経験技術; 得意分野; 活かせる経験; スキルセット; 技術; スキルシート; 開発環境; kenntnisse;
    fähigkeiten; fachkenntnisse; it-kenntnisse; edv-kenntnisse; technische kenntnisse; kompetenzen;
    technologien; kenntnisse und fähigkeiten; fachliche kompetenzen; werkzeuge; programmiersprachen; 기술;
    기술 스택; 보유 기술; 보유기술; 스킬; 핵심 역량; 역량; 사용 기술; compétences; compétences techniques;
    savoir-faire; outils; competencias; habilidades; aptitudes; conocimientos; competencias técnicas;
    habilidades técnicas; conocimientos técnicos; competências;
    competências técnicas; conhecimentos; conhecimentos técnicos; aptidões; ferramentas; herramientas; strumenti;
    conoscenze; conoscenze tecniche; conoscenze informatiche; capacità e competenze; 擅長工具; 專長; 专长; 專業能力;
    技能專長; 專業專長; competenze; competenze tecniche;
    vaardigheden; umiejętności; навыки`),
  language: list(`
    languages; language skills; language proficiency; foreign languages; 语言能力; 语言; 外语水平;
    语言水平; 外语能力; 語言能力; 語言; 語学; 語学力; 言語; 語学スキル; 外国語; sprachen; sprachkenntnisse;
    fremdsprachen; 어학; 외국어; 언어; 어학 능력; 어학능력; 외국어 능력; 어학 성적; langues;
    compétences linguistiques; langues étrangères; idiomas; línguas; lingue;
    competenze linguistiche; conoscenze linguistiche; lingue straniere; conhecimento de idiomas; conocimiento de idiomas;
    語文能力; 外語能力; 語言技能; 語文; talen; języki; языки`),
  certificate: list(`
    certifications; certificates; licenses; licences; licenses & certifications;
    licenses and certifications; professional certifications; qualifications; training;
    training and certifications; awards; honors; honours; achievements; selected honors; honors and awards;
    awards and honors; awards and certifications; 证书; 资格证书; 技能证书; 荣誉证书; 证书与荣誉; 获奖情况;
    荣誉奖项; 获奖经历; 證書; 專業證照; 證照; 所获证书; 荣誉; 資格; 免許・資格; 保有資格; 資格・免許;
    取得資格; 免許; 受賞歴; zertifikate; zertifizierungen; weiterbildung; weiterbildungen; fortbildungen;
    auszeichnungen; qualifikationen; 자격증; 자격 및 면허; 자격 사항; 자격사항; 수상 경력; 수상; 자격/면허;
    certificats; distinctions; certificaciones; certificados; premios; certificações; cursos;
    cursos e certificações; formación complementaria; certificazioni; certificazioni e corsi; attestati; prêmios; premi;
    專業認證; 得獎經歷; 獲獎紀錄; 獲獎經歷; 獎項;
    certificaten`),
  summary: list(`
    summary; profile; about; about me; professional summary; career summary; objective summary;
    executive summary; personal statement; personal profile; highlights; 个人简介; 自我评价; 个人总结;
    个人优势; 自我介绍; 简介; 自我評價; 個人簡介; 自傳; 个人评价; 核心优势; 自己pr; 職務要約; 要約;
    自己紹介; 概要; プロフィール; 経歴概要; キャリアサマリー; profil; kurzprofil; über mich;
    zusammenfassung; persönliches profil; 자기소개; 소개; 요약; 자기소개서; 간단 소개; à propos; résumé;
    perfil; perfil profesional;
    perfil profissional; resumen; sobre mí; resumo; sobre mim; apresentação; presentación; présentation;
    profil professionnel; presentazione; chi sono; profilo; profilo professionale; 關於我; 关于我; 個人特質; profiel; o mnie; о себе`),
  interest: list(`
    interests; hobbies; hobbies and interests; interests and hobbies; 兴趣爱好; 爱好; 興趣; 趣味;
    趣味・特技; 特技; interessen; hobbys; hobbys und interessen; freizeit; 취미; 취미/특기;
    centres d'intérêt; loisirs; intereses; aficiones; interesses; interessi; interessi e hobby; hobby;
    tempo libero; tiempo libero; passatempos; 興趣嗜好; 嗜好; 興趣愛好`),
  publication: list(`
    publications; papers; patents; selected publications; talks; conference talks; invited talks; presentations; 论文;
    发表论文; 专利; 学术成果; 論文; 発表; 研究業績; 特許; 著書; publikationen; veröffentlichungen;
    vorträge; patente; 논문; 특허; publicaciones; patentes; publicações; pubblicazioni; brevets`),
  reference: list(`
    references; referees; 推荐人; 证明人; 照会先; referenzen; 추천인; références; referencias; referências; referenze; 推薦人; 諮詢人`),
  wanted: list(`
    objective; career objective; career goals; goals; job description; job requirements; requirements;
    desired position; learning goals; what i want to learn; currently learning; target position; 求职意向;
    期望职位; 职位要求; 任职要求; 岗位要求; 岗位职责要求; 职业目标; 职业规划; 求職意向; 學習計畫; 学习计划;
    希望条件; 本人希望欄; 本人希望記入欄; 志望動機; 応募要件; 希望職種; 今後の目標; berufsziel;
    karriereziel; anforderungen; stellenbeschreibung; ziele; lernziele; 지원동기; 희망 직무; 희망직무;
    자격요건; 지원 동기; 목표; objectif; objectifs; objetivo; objetivos; requisitos; objetivo profesional`),
  personal: list(`
    personal details; personal information; personal data; contact; contact details; contact information;
    个人信息; 基本信息; 基本资料; 联系方式; 個人資料; 個人情報; 基本情報; 連絡先; persönliche daten;
    kontakt; personalien; 인적사항; 개인정보; 연락처; coordonnées; état civil; informations personnelles;
    datos personales; datos de contacto; contacto; dados pessoais; informações pessoais; contato; contactos;
    dati personali; informazioni personali; contatti; 聯絡方式; 聯絡資訊; 基本資料; 個人基本資料`),
};
