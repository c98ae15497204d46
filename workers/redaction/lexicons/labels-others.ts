import type { LabelTable } from "./fields.ts";

/** The commonest labels of further languages: Dutch, Polish, Russian, Turkish, Vietnamese, Swedish, Indonesian. */
export const FURTHER_LABELS: LabelTable = {
  NAME: "naam|voornaam|achternaam|voornamen|volledige naam|imię|nazwisko|imię i nazwisko|фио|имя|фамилия|отчество|имя и фамилия|ф.и.о|ad soyad|adı soyadı|ad|soyad|adı|soyadı|họ và tên|họ tên|tên|namn|förnamn|efternamn|nama|nama lengkap|jméno|příjmení|jméno a příjmení|όνομα|ονοματεπώνυμο|ім'я|прізвище|піб|nome completo",
  PERSON:
    "referentie|leidinggevende|begeleider|osoba kontaktowa|przełożony|руководитель|непосредственный руководитель|научный руководитель|соавтор|соавторы|referans|người tham chiếu|người liên hệ|referens|handledare|rujukan",
  EMAIL:
    "e-mailadres|emailadres|adres e-mail|poczta|эл. почта|электронная почта|почта|е-mail|e-posta|eposta|thư điện tử|e-post|mejl|surel|alamat email",
  PHONE:
    "telefoon|telefoonnummer|mobiel|gsm-nummer|telefon komórkowy|numer telefonu|tel. kom|kom|телефон|мобильный телефон|тел|моб|cep telefonu|cep|telefon no|điện thoại|số điện thoại|đt|sđt|di động|telefonnummer|mobiltelefon|telepon|nomor telepon|no. hp|no hp|handphone|nomor hp|τηλέφωνο|κινητό",
  NATIONAL_ID:
    "burgerservicenummer|bsn|pesel|nr dowodu|dowód osobisty|паспорт|серия и номер паспорта|tc kimlik no|t.c. kimlik no|tckn|kimlik no|cmnd|cccd|cmnd/cccd|số cmnd|số cccd|căn cước công dân|personnummer|personnr|nik|nomor ktp|no. ktp|ktp|rodné číslo|เลขประจำตัวประชาชน",
  TAX_ID: "инн|vergi no|npwp|mã số thuế|nip",
  SOCIAL_ID: "снилс|rijksregisternummer|sgk no|số bảo hiểm xã hội",
  BIRTH_DATE:
    "geboortedatum|data urodzenia|дата рождения|doğum tarihi|ngày sinh|ngày tháng năm sinh|födelsedatum|född|tanggal lahir|tempat, tanggal lahir|tempat/tanggal lahir|datum narození|дата народження|geboortedatum en -plaats|doğum yeri ve tarihi|fødselsdato|ημερομηνία γέννησης|geboren op",
  AGE: "leeftijd|wiek|возраст|yaş|tuổi|ålder|umur|usia",
  GENDER: "geslacht|płeć|пол|cinsiyet|giới tính|kön|jenis kelamin|pohlaví|стать",
  MARITAL_STATUS:
    "burgerlijke staat|stan cywilny|семейное положение|medeni durum|medeni hali|tình trạng hôn nhân|civilstånd|status perkawinan|status pernikahan|rodinný stav|дети|дети и семья|сімейний стан",
  NATIONALITY:
    "nationaliteit|narodowość|obywatelstwo|гражданство|национальность|uyruk|uyruğu|quốc tịch|nationalitet|medborgarskap|kewarganegaraan|národnost",
  ETHNICITY: "dân tộc|suku|suku bangsa",
  NATIVE_PLACE: "quê quán|nguyên quán",
  BIRTH_PLACE: "geboorteplaats|miejsce urodzenia|место рождения|doğum yeri|nơi sinh|födelseort|tempat lahir",
  RELIGION: "godsdienst|wyznanie|вероисповедание|tôn giáo|agama|dini",
  MILITARY_STATUS:
    "dienstplicht|служба в армии|воинская обязанность|военный билет|askerlik|askerlik durumu|askerlik hizmeti|nghĩa vụ quân sự",
  ADDRESS:
    "adres|woonplaats|adres zamieszkania|adres zameldowania|miejsce zamieszkania|адрес|адрес проживания|место жительства|город проживания|ikametgah|ikamet|địa chỉ|nơi ở|chỗ ở hiện nay|hộ khẩu thường trú|adress|bostadsadress|alamat|alamat rumah|alamat lengkap|bydliště|διεύθυνση",
  SECTION:
    "werkervaring|opleiding|opleidingen|vaardigheden|doświadczenie zawodowe|doświadczenie|wykształcenie|umiejętności|опыт работы|образование|навыки|ключевые навыки|iş deneyimi|deneyim|eğitim|eğitim bilgileri|kinh nghiệm làm việc|học vấn|kỹ năng|trình độ học vấn|arbetslivserfarenhet|utbildning|kompetenser|pengalaman kerja|pendidikan|keahlian",
};
