import type { LabelTable } from "./fields.ts";

/** German: Germany, Austria, Switzerland. */
export const GERMAN_LABELS: LabelTable = {
  NAME: "name|vorname|vornamen|nachname|familienname|zuname|geburtsname|vor- und nachname|vor- und zuname|vorname nachname|vorname, nachname|vorname und name|vorname, name|name, vorname|name vorname|name und vorname|vollständiger name|rufname|mädchenname|künstlername|unterschrift|bewerber|bewerberin|bewerbung von|lebenslauf von|lebenslauf|titel, name",
  PERSON:
    "referenz|referenzperson|referenzgeber|referenzgeberin|ansprechpartner|ansprechpartnerin|vorgesetzter|vorgesetzte|vorgesetzte/r|direkter vorgesetzter|direkte vorgesetzte|berichtet an|bericht an|berichtslinie|reporting an|betreuer|betreuerin|doktorvater|doktormutter|erstgutachter|zweitgutachter|gutachter|gutachterin|mitautor|mitautorin|mitautoren|koautor|koautoren|co-autor|co-autoren|autoren|notfallkontakt|kontaktperson|kontaktperson im notfall|ehepartner|ehemann|ehefrau|vater|mutter|eltern|name des vaters|name der mutter|betreut von|betreut durch|empfohlen von|erziehungsberechtigter|mentor|mentorin|geschwister|berichtslinie an|berichtet direkt an|berichtete an|berichtend an|gemeinsam mit|zusammen mit|in zusammenarbeit mit|in enger zusammenarbeit mit|unter der leitung von|unter leitung von|unter anleitung von|angeleitet von|assistenz von|assistent von|assistentin von|ehegatte|ehegattin|vorgesetzter war|vorgesetzte war|stellvertreter von",
  EMAIL:
    "e-mail|email|mail|e-mail-adresse|emailadresse|e-mailadresse|mailadresse|elektronische post|e-post|private e-mail|e-mail privat",
  PHONE:
    "telefon|telefonnummer|tel|telefon privat|tel. privat|tel privat|telefon mobil|telefon/mobil|telefon (privat)|telefon (mobil)|mobil|mobiltelefon|mobilnummer|mobilfunk|mobil-nr|handy|handynummer|handynr|handy-nr|festnetz|festnetznummer|rufnummer|fax|telefax|privat|dienstlich|fon|funk|kontakt|natel|erreichbar unter|telefonisch|tel.-nr|tel-nr|telnr|notfallnummer|rückrufnummer",
  NATIONAL_ID:
    "personalausweis|personalausweisnummer|personalausweis-nr|personalausweisnr|ausweisnummer|ausweis-nr|ausweisnr|personalausweis nr|perso-nr|aufenthaltstitel-nr|identitätskarte|id-nummer",
  PASSPORT:
    "reisepass|reisepassnummer|reisepass-nr|reisepassnr|passnummer|pass-nr|passnr|pass nr|reisepass nr",
  DRIVING_LICENCE:
    "führerscheinnummer|führerschein-nr|führerschein nr|führerscheinnr|führerausweis-nr|fahrerlaubnisnummer|führerschein-nr.|führerschein nr.|fs-nr|fs-nr.|führerscheinnr.|fahrerlaubnis-nr",
  TAX_ID:
    "steuer-id|steuerid|steuer-identifikationsnummer|steueridentifikationsnummer|steuernummer|steuer-nr|steuer-identnummer|idnr|st.-nr|st-nr|steuerliche identifikationsnummer|identifikationsnummer|tin",
  SOCIAL_ID:
    "sozialversicherungsnummer|sv-nummer|sv-nr|svnr|sozialversicherungs-nr|rentenversicherungsnummer|rvnr|rv-nummer|versicherungsnummer|versichertennummer|ahv-nummer|ahv-nr|ahv nr|ahv|krankenversicherungsnummer|kvnr|krankenversichertennummer|sozialversicherungsnr",
  BANK_CARD:
    "kontonummer|konto-nr|kontonr|konto|bankverbindung|kreditkartennummer|kreditkarte|kreditkartennr|kartennummer",
  BIRTH_DATE:
    "geburtsdatum|geb.-datum|geb.datum|geburtstag|geburtsdatum und -ort|geburtsdatum und geburtsort|geburtsdatum, -ort|geburtsdatum/-ort|geburtsdatum/ort|geburtsdatum / ort|geburtsjahr|geburtstag und -ort|geburtstag/-ort|geburtsdaten|geburtsdatum und ort|geb. am|geb|geburtsdatum/geburtsort|geb.-datum/-ort|geb.-datum/ort|geb.datum/-ort|geboren wurde ich am|geb.-dat.|geb.dat.|geburtsdat.|geboren am/in|geburtsdatum u. -ort",
  BORN: "geboren|geboren am|geb. am|geb am|geboren im|geb",
  AGE: "alter|lebensalter",
  GENDER: "geschlecht|anrede|pronomen|gender|geschlecht (m/w/d)",
  MARITAL_STATUS:
    "familienstand|zivilstand|personenstand|ehestand|familiäre situation|familie|kinder|familienverhältnisse|anzahl kinder|fam.-stand|familienstatus|fam.stand|famstand|familienst.|personenstatus",
  NATIONALITY:
    "staatsangehörigkeit|staatsangeh|staatsbürgerschaft|nationalität|staatsangehörigkeiten|staatsang",
  ETHNICITY: "ethnische herkunft|ethnie|volkszugehörigkeit",
  POLITICAL_STATUS: "parteizugehörigkeit|parteimitgliedschaft|politische zugehörigkeit|partei",
  NATIVE_PLACE:
    "herkunft|heimatort|bürgerort|herkunftsort|heimatland|herkunftsland|heimatgemeinde|gebürtig aus|stammt aus|stamme aus|aufgewachsen in|wohne derzeit in",
  BIRTH_PLACE: "geburtsort|geburtsland|ort der geburt|geboren in",
  RELIGION: "religion|konfession|glaubensbekenntnis|religionszugehörigkeit|glaube|religionsbekenntnis",
  MILITARY_STATUS:
    "wehrdienst|zivildienst|grundwehrdienst|bundeswehr|präsenzdienst|militärdienst|wehrpflicht|militär|schwerbehinderung|behinderung|grad der behinderung",
  ADDRESS:
    "adresse|anschrift|wohnort|wohnanschrift|privatanschrift|postanschrift|wohnhaft|wohnhaft in|straße|strasse|plz|plz/ort|plz, ort|straße und hausnummer|straße/nr|postleitzahl|wohnsitz|adresszeile|heimatadresse|privatadresse|hauptwohnsitz|meldeadresse",
  HANDLE: "whatsapp|benutzername|nutzername",
  LINK: "webseite|website|homepage|internetseite|internet|web|profil|online-profil",
  PHOTO: "foto|lichtbild|bewerbungsfoto|passfoto|passbild|bild",
  IMPERSONAL_NUMBER:
    "hrb|hra|handelsregister|handelsregisternummer|handelsregister-nr|ust-idnr|ust-id|ust-id-nr|umsatzsteuer-id|uid|firmenbuchnummer|patentnummer|patent|patentanmeldung|aktenzeichen|az|zertifikatsnummer|zertifikat-nr|matrikelnummer|matrikel-nr|personalnummer|din en|din|bestellnummer|auftragsnummer|rechnungsnummer|kundennummer|vereinsregister|registernummer|bgbl|drucksache|betriebsnummer",
  OTHER:
    "ort|aufenthaltsstatus|aufenthaltstitel|firmenname|projektname|gewicht|blutgruppe|gesundheit|beruf|tätigkeit|position|firma|arbeitgeber|zeitraum|von - bis|abschluss|note|abschlussnote|studiengang|studium|schwerpunkt|hochschule|schule|gehaltsvorstellung|eintrittstermin|verfügbarkeit|verfügbar ab|kündigungsfrist|führerschein|führerscheinklasse|sprachen|muttersprache|datum|hobbys|interessen|ehrenamt|mobilität|aufgaben|branche|kenntnisse|persönliche daten|zur person|stelle|berufsbezeichnung|bewerbung als|derzeitige position|gehalt|pkw|beruf des vaters|beruf der mutter",
  SECTION:
    "berufserfahrung|berufspraxis|beruflicher werdegang|werdegang|berufliche laufbahn|berufliche stationen|praktische erfahrung|ausbildung|schulbildung|bildungsweg|bildung|studium|hochschulausbildung|akademischer werdegang|weiterbildung|weiterbildungen|fortbildungen|praktika|kenntnisse|fähigkeiten|fachkenntnisse|edv-kenntnisse|it-kenntnisse|kenntnisse und fähigkeiten|sprachkenntnisse|sprachen|projekte|projekterfahrung|publikationen|veröffentlichungen|zertifikate|auszeichnungen|ehrenamt|hobbys|hobbies|interessen|kurzprofil|profil|über mich|kompetenzen|qualifikationen|besondere kenntnisse|schulische ausbildung|zusatzqualifikationen|beruf|ausbildung und studium|persönliches",
  REFERENCES: "referenzen|referenzgeber|eltern|geschwister|familie",
};

/** French: France, Belgium, Switzerland, Québec, North Africa. */
export const FRENCH_LABELS: LabelTable = {
  NAME: "nom|prénom|prénoms|nom de famille|nom complet|nom et prénom|nom et prénoms|nom & prénom|nom prénom|nom, prénom|prénom et nom|prénom nom|prénom(s)|nom(s)|noms et prénoms|noms|nom de naissance|nom d'usage|nom d'épouse|nom marital|nom de jeune fille|nom du candidat|candidat|candidate|signature|surnom|je m'appelle|cv de|curriculum vitae de",
  PERSON:
    "référent|référence|personne de référence|personne à contacter|contact d'urgence|personne à prévenir|en cas d'urgence|responsable|responsable hiérarchique|supérieur hiérarchique|supérieur|n+1|manager|tuteur|tutrice|tuteur de stage|maître de stage|maître d'apprentissage|encadrant|encadrante|encadré par|encadrée par|supervisé par|supervisée par|dirigé par|sous la direction de|directeur de thèse|directrice de thèse|directeur de mémoire|co-auteur|co-auteurs|coauteur|coauteurs|co-auteure|auteurs|auteur|rattaché à|rattachée à|rapporte à|recommandé par|conjoint|conjointe|époux|épouse|père|mère|nom du père|nom de la mère|nom du conjoint|enfants à charge (noms)|mentor|parrain|marraine|rattaché(e) à|rendant compte à|en lien avec|sous la responsabilité de|sous la supervision de|sous la direction du|accompagné par|accompagnée par|formé par|formée par|n+2|chef de service|avec la collaboration de|en collaboration avec|en binôme avec|aux côtés de|assistant de|assistante de|recommandée par",
  EMAIL:
    "courriel|e-mail|email|mail|adresse e-mail|adresse email|adresse mail|adresse électronique|adresse courriel|mél|mel|courrier électronique|messagerie",
  PHONE:
    "téléphone|tél|tel|n° de téléphone|numéro de téléphone|no de téléphone|téléphone portable|tél. portable|tél portable|portable|mobile|gsm|téléphone mobile|tél. mobile|tél mobile|téléphone fixe|fixe|domicile tél|télécopie|fax|cellulaire|cell|coordonnées téléphoniques|contact|tél. domicile|téléphone domicile|natel",
  NATIONAL_ID:
    "carte d'identité|carte nationale d'identité|n° de carte d'identité|numéro de carte d'identité|n° carte d'identité|cni|n° cni|numéro cni|titre de séjour|n° titre de séjour|numéro national|registre national|n° de registre national|numéro de registre national|cin|n° cin|carte de séjour|n° étranger|nni",
  PASSPORT: "passeport|n° de passeport|numéro de passeport|n° passeport|passeport n°|no de passeport",
  DRIVING_LICENCE:
    "n° de permis|n° permis|numéro de permis|n° de permis de conduire|numéro de permis de conduire|n° permis de conduire|permis n°|permis nº|permis no|permis de conduire n°|permis de conduire nº|permis de conduire no|permis de conduire numéro|n° du permis|numéro du permis|n° du permis de conduire",
  TAX_ID:
    "numéro fiscal|n° fiscal|numéro fiscal de référence|spi|n° spi|identifiant fiscal|numéro d'identification fiscale|nif",
  SOCIAL_ID:
    "n° de sécurité sociale|numéro de sécurité sociale|n° sécurité sociale|n° sécu|numéro de sécu|sécurité sociale|no de sécurité sociale|n° ss|n° de sécu|nir|numéro insee|n° insee|numéro d'assurance sociale|nas|numéro avs|n° avs|avs|niss|numéro niss|immatriculation sécurité sociale|n° d'assuré social|carte vitale|n° carte vitale|n° d'immatriculation sécurité sociale",
  BANK_CARD:
    "rib|n° de compte|numéro de compte|compte bancaire|carte bancaire|n° de carte|numéro de carte|n° de carte bancaire|carte bleue",
  BIRTH_DATE:
    "date de naissance|né(e) le|date naissance|date et lieu de naissance|date & lieu de naissance|naissance|anniversaire|année de naissance|date/lieu de naissance|ddn",
  BORN: "né le|née le|né(e) le|né en|née en|né(e) en|ne le|nee le|né à|née à",
  AGE: "âge",
  GENDER: "sexe|genre|civilité|pronoms",
  MARITAL_STATUS:
    "situation familiale|situation de famille|état matrimonial|statut matrimonial|situation matrimoniale|statut marital|situation maritale|état civil|enfants|nombre d'enfants|enfants à charge|situation personnelle|statut familial|situation|situation fam.|sit. familiale",
  NATIONALITY:
    "nationalité|nationalités|citoyenneté|pays de citoyenneté|double nationalité|pays d'origine|autorisation de travail|titre de séjour valable",
  ETHNICITY: "origine ethnique|ethnie|origine",
  POLITICAL_STATUS:
    "appartenance politique|parti politique|engagement politique|opinions politiques|appartenance à un parti|affiliation politique|étiquette politique",
  NATIVE_PLACE:
    "lieu d'origine|ville d'origine|commune d'origine|région d'origine|originaire de|natif de|native de|originaire du",
  BIRTH_PLACE:
    "lieu de naissance|ville de naissance|pays de naissance|département de naissance|commune de naissance|né(e) à|né à|née à|né(e) a|lieu naissance",
  RELIGION: "religion|confession|confession religieuse",
  MILITARY_STATUS:
    "service militaire|service national|situation militaire|obligations militaires|position militaire|dégagé des obligations militaires|rqth|situation de handicap|handicap",
  ADDRESS:
    "adresse|domicile|adresse postale|adresse personnelle|adresse actuelle|adresse permanente|résidence|lieu de résidence|code postal|domicilié à|domiciliée à|domicilié|demeurant|demeurant à|habite à|adresse complète|lieu d'habitation|adresse du domicile",
  HANDLE:
    "identifiant|pseudo|nom d'utilisateur|skype|compte skype|twitter|compte twitter|instagram|telegram|whatsapp|mastodon",
  LINK: "site web|site internet|site|site personnel|page web|page personnelle|portfolio|blog|lien|liens|profil",
  PHOTO: "photo|photographie|photo d'identité",
  IMPERSONAL_NUMBER:
    "siren|siret|n° siren|n° siret|rcs|n° rcs|tva|n° tva|tva intracommunautaire|numéro de tva|code ape|code naf|brevet|brevet n°|n° de brevet|numéro de brevet|n° de dépôt|dépôt légal|n° étudiant|numéro étudiant|ine|n° ine|matricule|certificat n°|n° de certificat|numéro de certificat|n° d'agrément|agrément|commande|n° de commande|facture|bce|numéro d'entreprise|norme|référence offre|réf|rpps|adeli",
  OTHER:
    "ville|nom de l'entreprise|nom du projet|poids|groupe sanguin|profession|poste|poste recherché|poste visé|entreprise|société|employeur|période|durée|dates|date|diplôme|établissement|école|université|mention|spécialité|disponibilité|prétentions|prétentions salariales|salaire|préavis|permis|permis b|permis de conduire|véhicule|langues|langue maternelle|loisirs|centres d'intérêt|mobilité|missions|lieu|secteur|objectif|formation|compétences|profession du père|fait à|informations personnelles|renseignements personnels",
  SECTION:
    "expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours|formation|formations|formation académique|études|diplômes|diplômes et formations|scolarité|cursus|compétences|compétences techniques|compétences informatiques|compétences clés|informatique|langues|projets|projets personnels|projets réalisés|publications|certifications|stages|centres d'intérêt|centres d’intérêt|loisirs|divers|profil|à propos|à propos de moi|résumé|objectif|atouts|qualités|bénévolat|engagements|distinctions|prix|savoir-faire|savoir-être|connaissances",
  REFERENCES: "références|référents|personnes de référence|références professionnelles",
};
