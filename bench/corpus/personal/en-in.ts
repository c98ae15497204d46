import { EN_GB_PERSONAL } from "./en-gb.ts";
import { EN_US_PERSONAL } from "./en-us.ts";
import type { PersonalVocabulary } from "./types.ts";

export const EN_IN_PERSONAL: PersonalVocabulary = {
  ...EN_GB_PERSONAL,
  families: [
    ["Kumar", "Kumar"],
    ["Venkatasubramanian", "Venkatasubramanian"],
    ["Singh", "Singh"],
    ["Iyer", "Iyer"],
    ["Banerjee", "Banerjee"],
    ["Kaur", "Kaur"],
    ["D'Souza", "DSouza"],
    ["Sharma", "Sharma"],
  ],
  women: [
    ["Pooja", "Pooja"],
    ["Meenakshi", "Meenakshi"],
    ["Fatima", "Fatima"],
    ["K. Divya", "Divya"],
    ["Harpreet", "Harpreet"],
  ],
  men: [
    ["Rahul", "Rahul"],
    ["S. Venkatesh", "Venkatesh"],
    ["Mohd. Asif", "Asif"],
    ["Vikram", "Vikram"],
    ["Gurpreet", "Gurpreet"],
  ],
  labels: {
    ...EN_GB_PERSONAL.labels,
    ethnicity: ["Caste", "Category", "Community"],
    nativePlace: ["Native place", "Place of birth", "Native"],
    nationalId: ["Aadhaar", "UID No.", "AADHAR NO"],
    socialId: ["UAN", "PF UAN No."],
    taxId: ["PAN Card No.", "PAN Number", "PAN Card"],
    passport: ["Passport", "Passport Number"],
    licence: ["Driving Licence No.", "DL No."],
    phone: ["Phone No.", "Mobile No.", "Cell", "Mob", "Contact"],
    address: ["Present Address", "Residential Address", "Address for communication"],
  },
  values: {
    ...EN_GB_PERSONAL.values,
    nationality: ["INDIAN", "Nepali"],
    ethnicity: ["OBC", "General", "SC", "Brahmin"],
    nativePlace: ["{place}", "Thrissur, Kerala"],
    marital: ["UNMARRIED", "Widow", "Married (1 child)", "Bachelor"],
    religion: ["Hinduism", "Islam", "Jain", "Buddhist"],
    socialId: ["10##########"],
    passport: ["K#######", "Z #######"],
    licence: ["MH12 20110######", "KA-0#-2015-00#####"],
    phone: ["+91 98### #####", "0091-97########", "(+91) 8########5", "98### ### ##", "020-2###-####"],
    address: [
      "C/o Shri R. Nair, {n}/2, {street}, {city}, {state}, PIN ######",
      "#{n}, 3rd Main, 7th Block, {street}, {city} - ######",
      "Plot No. {n}, Sector {n}, {city}, {state} – ### ###",
      "Door No. {n}-4-#, Opp. Bus Stand, {street}, {city}, {state}, India",
    ],
  },
  unlabelled: [
    "{birth}, {marital}, {nationality}",
    "{age} | {marital} | {religion}",
    "{gender} | {birth} | {nationality}",
  ],
  prose: [
    "I, {self}, S/o ⟦ALLOWED|Shri⟧ {person}, born on {birth}, hereby declare that the above is true.",
    "Myself {self}, {age}, {marital}, {religion}.",
  ],
  people: [
    ...EN_US_PERSONAL.people,
    "Father's Name: {person}",
    "Mother's Name: ⟦ALLOWED|Mrs.⟧ {person}",
    "Project guide: ⟦ALLOWED|Dr.⟧ {person}",
    "Husband's name: {person}",
  ],
  lookalikes: [
    ...EN_US_PERSONAL.lookalikes,
    "Sales of ⟦NOT:amount|Rs. 12,50,000⟧ in ⟦NOT:place|Connaught Place⟧ stores.",
    "CGPA ⟦NOT:grade|8.42/10⟧, ⟦NOT:grade|92.4%⟧ in Class XII (⟦NOT:date|2011⟧).",
    "GST return checker for ⟦NOT:amount|1,200⟧ dealers, ⟦NOT:title|Mahatma Gandhi⟧ road project.",
  ],
};
