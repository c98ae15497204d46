import { EN_US } from "./en-us.ts";
import type { Vocabulary } from "./types.ts";

export const EN_GB: Vocabulary = {
  ...EN_US,
  locale: "en-GB",
  families: [
    ["Ashworth", "Ashworth"],
    ["MacInnes", "MacInnes"],
    ["Pemberton", "Pemberton"],
    ["Adeyemi", "Adeyemi"],
    ["Llewellyn", "Llewellyn"],
  ],
  women: [
    ["Imogen", "Imogen"],
    ["Niamh", "Niamh"],
    ["Funmi", "Funmi"],
    ["Harriet", "Harriet"],
  ],
  men: [
    ["Alistair", "Alistair"],
    ["Gethin", "Gethin"],
    ["Tunde", "Tunde"],
    ["Rupert", "Rupert"],
  ],
  labels: {
    name: ["Name"],
    gender: ["Gender", "Sex"],
    birth: ["Date of birth", "DOB", "D.O.B."],
    nationality: ["Nationality"],
    marital: ["Marital status"],
    socialId: ["National Insurance number", "NI number"],
    licence: ["Driving licence", "Driving licence no."],
    phone: ["Mobile", "Tel", "Telephone"],
    email: ["Email", "E-mail"],
    link: ["LinkedIn", "Website"],
    address: ["Address", "Home address"],
  },
  values: {
    gender: ["Female", "F", "Male", "M"],
    nationality: ["British", "Irish"],
    marital: ["Single", "Married", "Divorced"],
    phone: ["07700 900###", "+44 7700 900###", "020 7946 0###", "(01632) 960###"],
    address: ["{n} {street}, {city} {postcode} #AB", "Flat #, {n} {street}, {city}, {postcode} #XY"],
  },
  birthForms: ["{D} {month} {Y}", "{DD}/{MM}/{Y}"],
  lists: {
    ...EN_US.lists,
    employer: [
      "Fernhill Housing Trust",
      "Brightwater Logistics Ltd",
      "Kestrel & Wren plc",
      "St Osyth Hospital",
      "Tallow Lane Studios",
    ],
    school: ["University of Wexmoor", "Calder Vale College", "Harbourne University"],
    degree: ["BSc (Hons)", "MSc", "BA (Hons)", "PhD", "HND"],
    place: ["Sheffield", "Bristol", "Leeds", "Cardiff"],
    street: ["Larch Grove", "Station Road", "Millbrook Close", "High Street"],
    postcode: ["S11", "BS6", "LS8", "CF24"],
  },
  referees: [...EN_US.referees, "Referee: {person} ({role}, {employer}), tel. {phone}"],
};
