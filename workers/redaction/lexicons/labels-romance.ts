import type { LabelTable } from "./fields.ts";

/** Spanish: Spain and Latin America. */
export const SPANISH_LABELS: LabelTable = {
  NAME: "nombre legal|apellido legal|apellidos legales|nombre preferido|mi nombre es|yo me llamo|nombre|nombres|nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos|apellidos y nombre|apellidos y nombres|apellido y nombre|apellidos|apellido|apellidos, nombre|primer apellido|segundo apellido|apellido paterno|apellido materno|primer nombre|segundo nombre|nombre(s)|apellido(s)|nombre del candidato|candidato|candidata|firma|me llamo|mi nombre es|currículum de|currículum vitae de|cv de|alias|sobrenombre|nombre artístico|apellido de soltera",
  PERSON:
    "referencia|referencia personal|referencia laboral|referencia profesional|persona de contacto|contacto de emergencia|en caso de emergencia|jefe|jefa|jefe directo|jefa directa|jefe inmediato|jefa inmediata|superior|superior inmediato|supervisor|supervisora|supervisado por|supervisada por|responsable|responsable directo|reporta a|reporte a|reportando a|tutor|tutora|tutor académico|director de tesis|directora de tesis|asesor|asesora|asesor de tesis|coautor|coautora|coautores|autores|autor|dirigido por|dirigida por|recomendado por|cónyuge|esposo|esposa|padre|madre|nombre del padre|nombre de la madre|nombre del cónyuge|mentor|mentora|avalado por|contacto emergencia|reportaba a|reporto a|reportando directamente a|reporte directo a|reportaba directamente a|dependiendo de|a las órdenes de|bajo la dirección de|bajo la supervisión de|tutorizado por|tutorizada por|junto a|junto con|en colaboración con|en equipo con|asistente de|tutor legal|recomendada por|a cargo de|bajo el mando de|bajo la tutela de|bajo el liderazgo de|bajo la coordinación de|bajo la tutoría de|bajo la mentoría de|bajo la batuta de|bajo la responsabilidad de|bajo las órdenes de|liderado por|liderada por|coordinado por|coordinada por|dirigidos por|encabezado por|encabezada por|gestionado por|mentorizado por|mentorizada por|formado por|formada por|evaluado por|evaluada por|contratado por|contratada por|guiado por|guiada por|asesorado por|asesorada por|acompañado por|acompañada por|apoyado por|presidido por|firmado por|emitido por|recomendación de|carta de recomendación de|de la mano de|codo con codo con|mano a mano con|hombro con hombro con|conjuntamente con|en conjunto con|en coordinación con|en cooperación con|en tándem con|en dupla con|en alianza con|equipo de|en el equipo de|al lado de|colaborando con|colaboración con|colaboré con|trabajé con|trabajando con|sustituyendo a|en sustitución de|sustituto de|sustituta de|sucesor de|sucesora de|relevando a|reemplazo de|adjunto a|adjunta a|suplente de|ayudante de|mano derecha de|escrito con|escrito junto a|elaborado con|codirigido por|codirectora|codirector|director del proyecto|directora del proyecto|director del tfg|directora del tfg|director del tfm|tutor del tfg|tutora del tfg|tutor de tesis|tutora de tesis|tutor de prácticas|tutora de prácticas|tutor empresarial|profesor guía|jefe de equipo|jefa de equipo|jefe de departamento|jefa de departamento|jefe inmediato superior|supervisor directo|supervisora directa|superiora|responsable inmediato|línea directa|contacto en caso de emergencia|persona de contacto en caso de emergencia|avisar a|en emergencias avisar a|persona a contactar|hermano|hermana|apoderado|apoderada|fiador|referencista|recomendador|recomendadora|coautoras|co-autor|co-autora|co-autores|coautoría con|en coautoría con",
  EMAIL:
    "correo|correo electrónico|e-mail|email|mail|correo-e|dirección de correo|dirección de correo electrónico|correo electronico|correo personal|dirección electrónica",
  PHONE:
    "teléfono|tel|tfno|tlf|tlfno|telf|teléfonos|teléfono móvil|teléfono fijo|teléfono celular|móvil|celular|cel|número de teléfono|n.º de teléfono|nº de teléfono|número de celular|número de móvil|fijo|fax|contacto|teléfono de contacto|teléfono de emergencia|teléfono de casa|teléfono particular|núm. de teléfono|whatsapp",
  NATIONAL_ID:
    "dni|d.n.i|d.n.i.|nie|n.i.e.|nif|n.i.f.|dni/nie|dni/nif|nif/nie|documento de identidad|documento nacional de identidad|documento nacional|n.º de dni|nº dni|nº de dni|número de dni|cédula|cédula de identidad|cédula de ciudadanía|cédula de extranjería|c.i|c.c|cc|ci|n° de cédula|nº de cédula|curp|rut|r.u.t|run|número de identidad|número de identificación|documento|doc. identidad|tarjeta de identidad|carnet de identidad|ine|clave de elector|carné de extranjería|tipo y número de documento",
  PASSPORT: "pasaporte|n.º de pasaporte|nº de pasaporte|número de pasaporte|nº pasaporte|no. de pasaporte",
  DRIVING_LICENCE:
    "número de licencia|nº de permiso de conducir|número de licencia de conducir|licencia de conducir nº|n.º de permiso de conducir|permiso de conducir n.º|permiso de conducir nº|permiso de conducir no|permiso n.º|carné de conducir n.º|carné de conducir nº|carnet de conducir n.º|carnet de conducir nº|nº de carnet de conducir|nº carnet de conducir|número de permiso de conducir|nº permiso de conducir|licencia de conducir n.º|licencia n.º|número de carnet de conducir|carné de conducir|permiso de conducir|carnet de conducir|licencia de conducir|licencia de manejo|brevete|brevete n.º|carnet b n.º|permiso de circulación n.º|nº de licencia|n.º de licencia|núm. de licencia|registro de conducir|pase de conducción|n.º de carné de conducir|nº de carné de conducir|número de permiso",
  TAX_ID: "rfc|cuil|cuit|nit|ruc|número fiscal|identificación fiscal",
  SOCIAL_ID:
    "número de la seguridad social|n.º de la seguridad social|nº de la seguridad social|seguridad social|nss|n.s.s|nuss|n.º seguridad social|nº seguridad social|n.º s.s.|nº s.s|número de afiliación|n.º de afiliación|nº de afiliación a la seguridad social|número de seguro social|seguro social|imss|eps|afp|naf|n.a.f.|naf (seguridad social)|nº ss|n.º ss|núm. ss|núm. seguridad social|núm. de seguridad social|n.º de afiliado|nº de afiliado|número de afiliado|afiliación ss|afiliación a la seguridad social|nº afiliación|n.º afiliación|nº afiliación ss|nº de la ss|cuss|código seguro social|essalud|isss|igss|ccss|ihss|tarjeta sanitaria|n.º de tarjeta sanitaria|cip|sns|cotización|rss",
  BANK_CARD:
    "cuenta bancaria|número de cuenta|nº de cuenta|n.º de cuenta|cuenta|tarjeta de crédito|número de tarjeta|clabe|ccc",
  BIRTH_DATE:
    "fecha de nacimiento|fecha nacimiento|f. nacimiento|f. de nacimiento|fecha de nac|fecha nac|fec. nac|f.n|fecha y lugar de nacimiento|lugar y fecha de nacimiento|nacimiento|cumpleaños|año de nacimiento|fecha de nac.|fec. de nacimiento|fec. nacimiento|f. nac|f. nac.|f. de nac|fch. nac|fecha nac.|fecha/lugar de nacimiento|fecha de nacimiento y edad|f. nto|f.nacimiento",
  BORN: "nacido el|nacida el|nacido en|nacida en|nacido/a el|nací el|nacido|nacida",
  AGE: "edad|edad actual|años de edad",
  GENDER: "sexo|género|pronombres|tratamiento",
  MARITAL_STATUS:
    "estado civil|situación familiar|situación personal|hijos|número de hijos|nº de hijos|cargas familiares|estado familiar|hijos a cargo|e. civil|est. civil|edo. civil|edo civil|estado conyugal|est. conyugal|situación conyugal|situación sentimental|estado de pareja|nº hijos|n.º de hijos|n.º hijos|número hijos|estado civil e hijos|estado civil / hijos",
  NATIONALITY:
    "nacionalidad|nacionalidades|ciudadanía|país de nacionalidad|doble nacionalidad|país de origen|nac|nac.|nacionalidad(es)|permiso de trabajo|permiso de residencia",
  ETHNICITY: "etnia|origen étnico|raza|grupo étnico",
  POLITICAL_STATUS:
    "afiliación política|partido político|militancia política|ideología|afiliación partidista|afiliación a partido|filiación política",
  NATIVE_PLACE:
    "lugar de origen|ciudad de origen|natural de|originario de|originaria de|oriundo de|ciudad natal|oriunda de",
  BIRTH_PLACE:
    "lugar de nacimiento|ciudad de nacimiento|país de nacimiento|provincia de nacimiento|nacido en|nacida en|nací en|lugar nacimiento",
  RELIGION: "religión|credo|confesión",
  MILITARY_STATUS:
    "servicio militar|situación militar|libreta militar|cartilla militar|discapacidad|grado de discapacidad|servicio militar obligatorio",
  ADDRESS:
    "dirección|domicilio|dirección postal|dirección particular|dirección actual|residencia|lugar de residencia|residencia actual|código postal|domicilio actual|domicilio particular|dirección de residencia|dirección de domicilio|vivo en|ciudad de residencia|dir|reside en|domicilio legal|domicilio real",
  HANDLE:
    "usuario|nombre de usuario|instagram|twitter|telegram|skype|facebook|discord|signal|cuenta de instagram|cuenta de twitter|cuenta de github|cuenta de skype|usuario de github|usuario de skype|usuario de telegram|usuario de twitter|usuario de instagram|perfil de instagram|perfil de twitter|insta|id de skype|skype id|nick|alias de telegram|messenger",
  LINK: "página web|sitio web|web|web personal|portafolio|portfolio|enlace|enlaces|perfil|perfil de linkedin",
  PHOTO: "foto|fotografía|foto carné|foto de carnet",
  IMPERSONAL_NUMBER:
    "cif|c.i.f|nif de la empresa|patente|patente n.º|nº de patente|número de patente|registro mercantil|nº de registro|número de registro|expediente|nº de expediente|certificado nº|número de certificado|n.º de certificado|matrícula|nº de matrícula|colegiado|n.º de colegiado|nº de colegiado|cédula profesional|pedido|factura|depósito legal|versión|n.º de colegiada",
  OTHER:
    "localidad|población|nombre de la empresa|nombre del proyecto|estatura|peso|altura|grupo sanguíneo|profesión|ocupación|puesto|cargo|empresa|periodo|período|fecha|fechas|título|titulación|universidad|centro|institución|disponibilidad|pretensión salarial|pretensiones salariales|salario|vehículo|vehículo propio|idiomas|lengua materna|idioma materno|aficiones|intereses|funciones|ubicación|lugar|sector|objetivo|datos personales|información personal|movilidad|parentesco|relación|profesión del padre",
  SECTION:
    "experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|trayectoria|formación|formación académica|educación|estudios|estudios realizados|formación complementaria|cursos|cursos y certificaciones|certificaciones|competencias|competencias técnicas|habilidades|aptitudes|conocimientos|conocimientos informáticos|conocimientos técnicos|informática|idiomas|proyectos|proyectos personales|publicaciones|premios|logros|voluntariado|perfil|perfil profesional|sobre mí|resumen|resumen profesional|objetivo|objetivo profesional|otros datos|otros datos de interés|intereses|aficiones|datos académicos",
  REFERENCES:
    "referencias|referencias laborales|referencias personales|referencias profesionales|referencias familiares",
};

/** Portuguese: Portugal and Brazil. */
export const PORTUGUESE_LABELS: LabelTable = {
  NAME: "nome legal|nome civil|nome social|sobrenome legal|nome preferido|eu me chamo|me chamo|chamo-me|meu nome é|o meu nome é|nome|nome completo|nome próprio|apelido|apelidos|sobrenome|sobrenomes|nome e apelido|nome social|primeiro nome|último nome|nome do candidato|candidato|candidata|assinatura|currículo de|meu nome é|chamo-me|nome de solteira|alcunha|nome civil",
  PERSON:
    "referência|referência profissional|referência pessoal|contato de emergência|contacto de emergência|pessoa de contato|em caso de emergência|chefe|chefe direto|chefia imediata|chefia direta|gestor|gestora|gestor direto|gestor imediato|gerente direto|superior imediato|superior hierárquico|supervisor|supervisora|supervisionado por|supervisionada por|reporta a|reportando a|responsável direto|orientador|orientadora|orientado por|orientada por|coorientador|coorientadora|coautor|coautora|coautores|co-autor|co-autores|autores|cônjuge|pai|mãe|nome do pai|nome da mãe|nome do cônjuge|filiação|indicado por|indicada por|recomendado por|mentor|esposo|esposa|marido|reportava a|reportava ao|reportava à|reporto a|reportando-me a|reportando-se a|reporte a|subordinado a|subordinada a|sob a direção de|sob a supervisão de|sob orientação de|sob a orientação de|em parceria com|em conjunto com|juntamente com|em colaboração com|assistente de|responsável legal|recomendada por|mentora|liderado por|liderada por|coordenado por|coordenada por|dirigido por|dirigida por|chefiado por|chefiada por|gerido por|gerida por|formado por|formada por|treinado por|treinada por|avaliado por|avaliada por|contratado por|acompanhado por|acompanhada por|apoiado por|assinado por|emitido por|recomendação de|carta de recomendação de|sob a liderança de|sob a coordenação de|sob a chefia de|sob a gestão de|sob a tutela de|sob a mentoria de|sob a responsabilidade de|sob supervisão de|sob a alçada de|sob o comando de|ao lado de|lado a lado com|lado a lado de|a par de|em conjunto e parceria com|em cooperação com|em articulação com|em coordenação com|em dupla com|em coautoria com|coautoria com|em co-autoria com|de mãos dadas com|na equipa de|na equipe de|equipe de|equipa de|time de|colaborando com|colaborei com|trabalhei com|trabalhando com|substituindo|em substituição de|substituto de|substituta de|sucessor de|sucessora de|sucedendo a|adjunto de|adjunta de|braço direito de|suplente de|ajudante de|escrito com|elaborado com|professor orientador|professora orientadora|orientador de estágio|orientadora de estágio|orientador de tese|tutor de estágio|líder direto|líder direta|líder imediato|chefe de equipa|chefe de equipe|chefe de departamento|chefe imediato|coordenador direto|superior direto|superiora|encarregado de educação|encarregada de educação|contato em caso de emergência|contacto em caso de emergência|avisar em caso de emergência|pessoa a contactar|pessoa a contatar|irmão|irmã|fiador|fiadora|avalista|recomendador|autor|coautoras|co-autora|co-autoras|nome do responsável|nome da esposa|nome do marido|nome dos pais|nome do chefe",
  EMAIL:
    "e-mail|email|correio eletrónico|correio eletrônico|endereço eletrónico|endereço de e-mail|endereço de email|mail|e-mail pessoal",
  PHONE:
    "telefone|telefones|tel|telemóvel|telem|tlm|tlf|tm|celular|cel|móvel|telefone celular|telefone fixo|telefone residencial|telefone de contato|telefone para contato|telefone para recado|recado|recados|contato|contatos|contacto|contactos|fixo|residencial|fax|whatsapp|número de telefone|número de telemóvel|número de celular|contato telefónico|fone|fones",
  NATIONAL_ID:
    "rg|r.g|r.g.|identidade|carteira de identidade|documento de identidade|registro geral|bilhete de identidade|bi|b.i|cartão de cidadão|cartão do cidadão|cc|nº de cc|n.º do cartão de cidadão|nº do cartão de cidadão|número de identificação civil|nic|título de eleitor|título eleitoral|rne|rnm|autorização de residência|título de residência|nº de identificação",
  PASSPORT: "passaporte|nº do passaporte|número do passaporte|n.º de passaporte|passaporte nº",
  DRIVING_LICENCE:
    "nº da cnh|número da cnh|cnh nº|registro cnh|n.º da carta de condução|nº da carta de condução|cnh|carta de condução|carteira de motorista|carteira nacional de habilitação|habilitação|carteira de habilitação|registro da cnh|nº de registro da cnh|nº registro cnh|carta de condução nº|carta de condução n.º|carta de condução (nº)|título de condução|n.º de carta|nº de carta|nº da carta|número da carta de condução|número da habilitação|cnh (registro)|permissão para dirigir|renach|nº renach",
  TAX_ID:
    "cpf|c.p.f|c.p.f.|nº cpf|cpf nº|nif|n.i.f|número de contribuinte|nº de contribuinte|n.º de contribuinte|contribuinte|número de identificação fiscal",
  SOCIAL_ID:
    "pis|pis/pasep|pasep|nis|nit|inss|ctps|ctps nº|carteira de trabalho|niss|segurança social|número de segurança social|n.º de segurança social|nº da segurança social|nº de segurança social|cartão sus|cns|número de utente|nº de utente|n.º de utente|pis/nit|pis/pasep/nit|pis-pasep|pis pasep|n.º pis|nº pis|nº do pis|número do pis|nº pis/pasep|nº niss|n.º niss|número niss|n.º da segurança social|nº ss|n.º ss|sns|nº sns|n.º sns|n.º de beneficiário|nº de beneficiário|cartão nacional de saúde|carteira de trabalho e previdência social|nº da ctps|nº ctps|inss nº",
  BANK_CARD:
    "conta bancária|conta corrente|número da conta|nº da conta|agência e conta|nib|cartão de crédito|número do cartão|chave pix|pix",
  BIRTH_DATE:
    "data de nascimento|data nascimento|data nasc|dt. nascimento|dt. nasc|nascimento|data e local de nascimento|local e data de nascimento|aniversário|ano de nascimento|d.n|data de nasc|data de nasc.|data de nascim.|dt. de nascimento|dt. de nasc|dt. nasc.|dt nasc|dt nascimento|d. nascimento|d. nasc|data/local de nascimento|data e lugar de nascimento|nascido(a) em|data de nascimento (dd/mm/aaaa)",
  BORN: "nascido em|nascida em|nascido a|nascida a|nascido(a) em|nascido aos|nasci em|nascido|nascida",
  AGE: "idade|idade atual|anos de idade",
  GENDER: "sexo|gênero|género|pronomes|identidade de gênero|orientação sexual",
  MARITAL_STATUS:
    "estado civil|situação familiar|filhos|número de filhos|nº de filhos|dependentes|agregado familiar|est. civil|estado conjugal|situação conjugal|e. civil|estado civil / filhos|estado civil e filhos|nº filhos|n.º de filhos|n.º filhos|situação matrimonial|regime de casamento|situação civil|estado matrimonial",
  NATIONALITY: "nacionalidade|nacionalidades|cidadania|país de origem|dupla nacionalidade",
  ETHNICITY: "etnia|raça|cor|raça/cor|cor/raça|cor/etnia|origem étnica|cor ou raça|cor / raça|raça / cor",
  POLITICAL_STATUS:
    "filiação partidária|partido político|partido|filiação política|filiado a partido|militância",
  NATIVE_PLACE:
    "naturalidade|natural de|cidade natal|origem|natural|local de origem|terra natal|naturalidade (cidade/uf)|naturalidade/uf|concelho de naturalidade|freguesia de naturalidade|distrito de naturalidade|oriundo de|oriunda de|proveniente de|província de origem",
  BIRTH_PLACE: "local de nascimento|cidade de nascimento|país de nascimento|nascido em|nascida em|natural de",
  RELIGION: "religião|confissão religiosa|crença",
  MILITARY_STATUS:
    "serviço militar|situação militar|situação militar/reservista|dispensa militar|alistamento militar|deficiência|pcd|pessoa com deficiência|certificado de reservista|situação no serviço militar|quitação militar|certificado de dispensa|serviço militar obrigatório|situação militar e reservista|reservista|certificado militar|cert. de reservista|cert. reservista|cdi|obrigações militares|carteira de reservista|certidão militar|quitação com o serviço militar",
  ADDRESS:
    "endereço|morada|residência|endereço residencial|endereço completo|endereço atual|domicílio|código postal|cod. postal|cód. postal|cep|bairro|cidade/uf|cidade/estado|logradouro|residente em|moro em|morada fiscal|endereço para correspondência|município|reside em",
  HANDLE:
    "usuário|utilizador|nome de usuário|instagram|twitter|telegram|skype|facebook|discord|signal|linkedin|github|x|tiktok|snapchat|messenger|conta do instagram|conta do twitter|utilizador do github|usuário do github|perfil do instagram|perfil do twitter|insta|id do skype|id skype|skype id|conta skype|nick|apelido (redes)",
  LINK: "site|página pessoal|portfólio|portfolio|perfil|perfil do linkedin|página web|site pessoal|link",
  PHOTO: "foto|fotografia",
  IMPERSONAL_NUMBER:
    "patente|patente nº|nº da patente|inscrição estadual|inscrição municipal|matrícula|nº de matrícula|registro profissional|crea|crm|oab|crc|cau|nire|certificado nº|nº do certificado|n.º do certificado|processo|nº do processo|norma|pedido|nota fiscal|versão|nipc|cédula profissional",
  OTHER:
    "localização|localidade|nome da empresa|nome do projeto|altura|peso|tipo sanguíneo|profissão|ocupação|cargo|função|cargo pretendido|empresa|período|data|datas|formação|curso|instituição|universidade|escolaridade|disponibilidade|pretensão salarial|salário|categoria|veículo|veículo próprio|idiomas|línguas|língua materna|interesses|atividades|atividades realizadas|objetivo|dados pessoais|informações pessoais|local|parentesco|relação",
  SECTION:
    "experiência|experiência profissional|experiências profissionais|histórico profissional|percurso profissional|formação|formação acadêmica|formação académica|formação complementar|educação|educação e formação|escolaridade|habilitações|habilitações literárias|habilitações académicas|cursos|cursos complementares|cursos e certificações|certificações|competências|competências técnicas|competências pessoais|competências digitais|habilidades|conhecimentos|conhecimentos técnicos|qualificações|resumo|resumo profissional|resumo de qualificações|perfil|perfil profissional|sobre mim|objetivo|objetivo profissional|idiomas|línguas|projetos|publicações|prêmios|voluntariado|trabalho voluntário|informações adicionais|informações complementares|atividades extracurriculares|interesses",
  REFERENCES: "referências|referências profissionais|referências pessoais|filiação",
};

/** Italian: Italy and Ticino, with the Europass form. */
export const ITALIAN_LABELS: LabelTable = {
  NAME: "nome legale|cognome legale|nome preferito|il mio nome è|nome|cognome|nome e cognome|cognome e nome|nome cognome|cognome nome|cognome/nome|nome/cognome|nome(i)/cognome(i)|cognome(i)/nome(i)|nome completo|nominativo|candidato|candidata|firma|il sottoscritto|la sottoscritta|il/la sottoscritto/a|io sottoscritto|io sottoscritta|mi chiamo|cognome da nubile|soprannome|curriculum di|curriculum vitae di",
  PERSON:
    "referenza|referente|persona di riferimento|contatto di emergenza|in caso di emergenza|responsabile|responsabile diretto|superiore|superiore diretto|supervisore|riporta a|riporto a|a diretto riporto di|tutor|tutor aziendale|relatore|relatrice|correlatore|correlatrice|docente relatore|coautore|coautrice|coautori|co-autore|co-autori|autori|autore|coniuge|padre|madre|marito|moglie|nome del padre|nome della madre|segnalato da|raccomandato da|supervisionato da|sotto la supervisione di|mentore|capo diretto|a riporto di|riportando a|rispondendo a|alle dipendenze di|sotto la direzione di|sotto la guida di|supervisionata da|guidato da|guidata da|insieme a|in collaborazione con|in team con|assistente di|nome del coniuge|sotto la responsabilità di|sotto la tutela di|sotto il coordinamento di|sotto la supervisione del|sotto l'egida di|coordinato da|coordinata da|diretto da|diretta da|gestito da|gestita da|formato da|formata da|valutato da|valutata da|assunto da|assunta da|affiancato da|affiancata da|seguito da|seguita da|supportato da|firmato da|rilasciato da|referenza di|lettera di referenze di|raccomandazione di|al fianco di|a fianco di|fianco a fianco con|di concerto con|congiuntamente a|congiuntamente con|in coppia con|in tandem con|in sinergia con|in cooperazione con|in coordinamento con|in affiancamento a|nel team di|team di|nella squadra di|collaborando con|collaborato con|lavorato con|lavorando con|in sostituzione di|sostituto di|sostituta di|successore di|subentrando a|vice di|braccio destro di|aiutante di|scritto con|redatto con|in coautoria con|tutor universitario|tutor accademico|tutor di tirocinio|tutor di stage|tutor scolastico|relatore di tesi|relatrice di tesi|superiore gerarchico|superiore diretta|capo reparto|caporeparto|capo ufficio|capo squadra|responsabile di reparto|responsabile di funzione|responsabile di stage|contatto in caso di emergenza|persona da contattare|persona da contattare in caso di emergenza|da contattare in caso di emergenza|fratello|sorella|tutore legale|segnalazione di|co-autrice|coautrici|autrici",
  EMAIL:
    "e-mail|email|mail|posta elettronica|indirizzo e-mail|indirizzo email|indirizzo di posta elettronica|pec|indirizzo mail",
  PHONE:
    "telefono|tel|telefono cellulare|telefono fisso|cellulare|cell|mobile|recapito telefonico|recapiti telefonici|recapito|recapiti|numero di telefono|numero di cellulare|n. di telefono|n° telefono|fisso|casa|ufficio|fax|contatto|contatti|telefono abitazione|tel/cell|utenza mobile",
  NATIONAL_ID:
    "carta d'identità|carta di identità|carta d'identità n|n. carta d'identità|n° carta d'identità|numero carta d'identità|documento d'identità|documento di identità|documento|permesso di soggiorno|n. permesso di soggiorno|c.i. n|c.i",
  PASSPORT: "passaporto|n. passaporto|n° passaporto|numero di passaporto|numero passaporto|passaporto n",
  DRIVING_LICENCE:
    "patente n|patente n.|n. patente|n° patente|numero patente|numero di patente|patente di guida n|patente di guida|patente nr|patente nr.|patente di guida nr|patente (n.)|nr. patente|nr patente|patente di guida (n.)|estremi patente|patente b n|patente b n.|patente cat. b n|numero della patente",
  TAX_ID: "codice fiscale|cod. fiscale|cod. fisc|c.f|c.f.|cf",
  SOCIAL_ID:
    "tessera sanitaria|n. tessera sanitaria|numero tessera sanitaria|matricola inps|posizione inps|codice inps",
  BANK_CARD:
    "conto corrente|c/c|numero di conto|coordinate bancarie|carta di credito|numero di carta|n. conto",
  BIRTH_DATE:
    "data di nascita|data nascita|data e luogo di nascita|luogo e data di nascita|nascita|anno di nascita|compleanno|data di nasc|data di nasc.|data nasc|data nasc.|d. di nascita|data/luogo di nascita|nascita (data)",
  BORN: "nato il|nata il|nato/a il|nato a|nata a|nato/a a|nato in|nato|nata",
  AGE: "età|anni|età anagrafica|età attuale",
  GENDER: "sesso|genere|pronomi",
  MARITAL_STATUS:
    "stato civile|situazione familiare|stato di famiglia|figli|numero di figli|figli a carico|nucleo familiare|carichi familiari|st. civile|stato civ.|stato civ|stato coniugale|situazione sentimentale|stato di famiglia e figli|situazione coniugale|n. figli|n° figli|stato civile e figli",
  NATIONALITY:
    "nazionalità|cittadinanza|paese di origine|doppia cittadinanza|nazionalita'|permesso di soggiorno|cittadinanza/e",
  ETHNICITY: "etnia|origine etnica",
  POLITICAL_STATUS:
    "appartenenza politica|partito politico|orientamento politico|iscrizione a partiti|iscrizione a partito|affiliazione politica",
  NATIVE_PLACE: "luogo di origine|città natale|originario di|originaria di|provenienza|nativo di|nativa di",
  BIRTH_PLACE:
    "luogo di nascita|comune di nascita|città di nascita|provincia di nascita|stato di nascita|nato a|nata a|nato/a a|nato in|nata in|luogo nascita",
  RELIGION: "religione|confessione religiosa|credo religioso",
  MILITARY_STATUS:
    "servizio militare|obblighi di leva|obblighi militari|servizio di leva|posizione militare|militesente|milite|categorie protette|categoria protetta|invalidità|leva militare|posizione nei riguardi degli obblighi militari",
  ADDRESS:
    "indirizzo|residenza|domicilio|indirizzo di residenza|luogo di residenza|residente a|residente in|domiciliato a|domiciliata a|domiciliato in|cap|c.a.p|comune di residenza|recapito postale|indirizzo postale|residenza anagrafica|città di residenza|residente|domicilio attuale",
  HANDLE:
    "utente|nome utente|instagram|twitter|telegram|skype|facebook|discord|signal|account instagram|account twitter|account github|account skype|contatto skype|nome skype|profilo instagram|profilo twitter|id skype|nick|nickname|messenger|utente skype|utente telegram",
  LINK: "sito web|sito|sito internet|sito personale|pagina web|portfolio|profilo|profilo linkedin",
  PHOTO: "foto|fotografia|fototessera",
  IMPERSONAL_NUMBER:
    "partita iva|p.iva|p. iva|p.i|rea|n. rea|iscrizione albo|n. iscrizione|brevetto|brevetto n|n. brevetto|matricola|numero di matricola|attestato n|certificato n|n. certificato|protocollo|prot|d.lgs|legge|decreto|norma|ordine|fattura|versione|dpr|regolamento ue",
  OTHER:
    "nome azienda|nome e indirizzo del datore di lavoro|nome e tipo di istituto|altezza|peso|gruppo sanguigno|professione|occupazione|mansione|mansioni|posizione|ruolo|azienda|datore di lavoro|periodo|data|date|titolo di studio|titolo|istituto|università|voto|votazione|disponibilità|retribuzione|stipendio|patente|automunito|automunita|lingue|madrelingua|lingua madre|altre lingue|interessi|hobby|obiettivo|dati personali|informazioni personali|luogo|settore|tipo di azienda|principali mansioni|qualifica conseguita|parentela",
  SECTION:
    "esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|percorso professionale|istruzione|istruzione e formazione|formazione|formazione accademica|titoli di studio|studi|competenze|competenze tecniche|competenze informatiche|competenze linguistiche|competenze personali|competenze professionali|capacità e competenze|capacità e competenze personali|capacità|lingue|conoscenze linguistiche|conoscenze informatiche|conoscenze|progetti|pubblicazioni|certificazioni|premi|corsi|volontariato|profilo|profilo professionale|chi sono|su di me|riepilogo|obiettivo professionale|interessi|hobby|ulteriori informazioni|riconoscimenti",
  REFERENCES: "referenze|referenti",
};
