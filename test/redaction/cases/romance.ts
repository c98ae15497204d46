export const SPANISH_CASES: readonly string[] = [
  "Nombre y apellidos: ⟦NAME:María del Carmen Ruiz Gómez⟧\nDNI: ⟦NATIONAL_ID:12345678-Z⟧\nFecha de nacimiento: ⟦BIRTH_DATE:21 de noviembre de 1993⟧\nEstado civil: ⟦MARITAL_STATUS:casada, 1 hijo⟧",
  "⟦NAME:Juan Pérez Martínez⟧\n⟦ADDRESS:Calle Mayor 15, 2º B, 28013 Madrid⟧\nMóvil: ⟦PHONE:+34 612 345 678⟧ | ⟦EMAIL:juan.perez@gmail.com⟧",
  "Dirección: ⟦ADDRESS:Av. Diagonal 640, 5º 2ª, 08017 Barcelona⟧\nTfno.: ⟦PHONE:93 123 45 67⟧\nNIE: ⟦NATIONAL_ID:X1234567L⟧",
  "Nº S.S.: ⟦SOCIAL_ID:28/12345678/40⟧ Edad: ⟦AGE:35 años⟧ Sexo: ⟦GENDER:Hombre⟧ Nacionalidad: ⟦NATIONALITY:colombiana⟧",
  "CURP: ⟦NATIONAL_ID:GOMC850101HDFRRR09⟧\nRFC: ⟦TAX_ID:GOMC850101ABC⟧\nDomicilio: ⟦ADDRESS:Av. Insurgentes Sur 1602, Col. Crédito Constructor, 03940 Ciudad de México⟧",
  "Nacida el ⟦BIRTH_DATE:5 de mayo de 1991⟧ en ⟦NATIVE_PLACE:Sevilla⟧, ⟦MARITAL_STATUS:soltera⟧",
  "Referencias\n⟦PERSON:Carlos Fernández⟧, Jefe de Sistemas, Ejemplo S.L., ⟦PHONE:655 123 456⟧",
  "Jefe directo: ⟦PERSON:Ana Belén Ortiz⟧\nTutor: ⟦PERSON:Dr. Luis Herrera⟧",
  "2015 – 2019 Ejemplo Tecnología S.L., Madrid; 12.000.000 peticiones; 1.380.000 €; versión 3.12.4; Universidad Carlos III; Banco Santander",
  "Español nativo, inglés C1, carné de conducir B, 10 años de experiencia",
];

export const PORTUGUESE_CASES: readonly string[] = [
  "Nome completo: ⟦NAME:João da Silva Santos⟧\nCPF: ⟦TAX_ID:529.982.247-25⟧ RG: ⟦NATIONAL_ID:12.345.678-9⟧\nData de nascimento: ⟦BIRTH_DATE:10/05/1990⟧\nEstado civil: ⟦MARITAL_STATUS:Solteiro⟧",
  "⟦NAME:Ana Beatriz Oliveira⟧\n⟦NATIONALITY:Brasileira⟧, ⟦MARITAL_STATUS:casada⟧, ⟦AGE:32 anos⟧\n⟦ADDRESS:Rua das Flores, 123, apto 45, Jardim Paulista, São Paulo - SP, CEP 01415-000⟧\nTel.: ⟦PHONE:(11) 98456-5666⟧",
  "Endereço: ⟦ADDRESS:Av. Paulista, 1578 - Bela Vista, São Paulo/SP⟧\nCelular: ⟦PHONE:+55 21 99876-5432⟧",
  "Morada: ⟦ADDRESS:Rua Augusta, n.º 25, 3.º Esq., 1100-048 Lisboa⟧\nTelemóvel: ⟦PHONE:912 345 678⟧\nNIF: ⟦TAX_ID:123456789⟧",
  "Naturalidade: ⟦NATIVE_PLACE:Porto⟧  Nacionalidade: ⟦NATIONALITY:Portuguesa⟧  Sexo: ⟦GENDER:Feminino⟧",
  "Nome da mãe: ⟦PERSON:Maria Aparecida Santos⟧\nGestor direto: ⟦PERSON:Paulo Mendes⟧",
  "2015 – 2019 Exemplo Tecnologia Ltda., São Paulo, redução de 420 ms, R$ 1.380.000,00, 12.000.000 de requisições por dia",
  "Situação militar: ⟦MILITARY_STATUS:Dispensado⟧ CNH: B",
];

export const ITALIAN_CASES: readonly string[] = [
  "Cognome e nome: ⟦NAME:Rossi Mario⟧\nLuogo e data di nascita: ⟦NATIVE_PLACE:Roma⟧, ⟦BIRTH_DATE:14/02/1989⟧\nCodice fiscale: ⟦TAX_ID:RSSMRA89B14H501X⟧\nStato civile: ⟦MARITAL_STATUS:celibe⟧",
  "⟦NAME:Giulia Bianchi⟧\n⟦ADDRESS:Via Garibaldi 12, 20121 Milano (MI)⟧\nCell. ⟦PHONE:347 123 4567⟧ – ⟦EMAIL:giulia.bianchi@libero.it⟧",
  "Residenza: ⟦ADDRESS:Viale Europa 45, 00144 Roma⟧\nCittadinanza: ⟦NATIONALITY:italiana⟧\nSesso: ⟦GENDER:F⟧",
  "Nato a ⟦NATIVE_PLACE:Torino⟧ il ⟦BIRTH_DATE:3 marzo 1990⟧",
  "Nata il ⟦BIRTH_DATE:07.06.1992⟧ a ⟦NATIVE_PLACE:Napoli⟧, ⟦MARITAL_STATUS:nubile⟧",
  "Referente: ⟦PERSON:Dott. Marco Conti⟧, responsabile IT, ⟦PHONE:02 1234567⟧",
  "Relatore: ⟦PERSON:Prof.ssa Elena Greco⟧",
  "2015 – 2019 Esempio Tecnologie S.p.A., Milano; 12.000.000 richieste al giorno; P.IVA 01333550323; patente B; automunita",
];
