import { EN_GB } from "./en-gb.ts";
import { EN_US } from "./en-us.ts";
import type { Vocabulary } from "./types.ts";

export const EN_IN: Vocabulary = {
  ...EN_GB,
  locale: "en-IN",
  families: [
    ["Raghunathan", "Raghunathan"],
    ["Deshpande", "Deshpande"],
    ["Chatterjee", "Chatterjee"],
    ["Fernandes", "Fernandes"],
    ["Siddiqui", "Siddiqui"],
  ],
  women: [
    ["Ananya", "Ananya"],
    ["Lakshmi", "Lakshmi"],
    ["Zoya", "Zoya"],
    ["Ritika", "Ritika"],
  ],
  men: [
    ["Arvind", "Arvind"],
    ["Karthik", "Karthik"],
    ["Imran", "Imran"],
    ["Sourav", "Sourav"],
  ],
  labels: {
    name: ["Name", "Candidate Name"],
    gender: ["Gender", "Sex"],
    birth: ["Date of Birth", "DOB"],
    age: ["Age"],
    nationality: ["Nationality"],
    marital: ["Marital Status"],
    religion: ["Religion"],
    nationalId: ["Aadhaar No.", "Aadhaar Number"],
    taxId: ["PAN", "PAN No."],
    passport: ["Passport No."],
    phone: ["Mobile", "Contact No.", "Mob."],
    email: ["Email ID", "E-mail"],
    link: ["LinkedIn"],
    address: ["Permanent Address", "Address", "Correspondence Address"],
  },
  values: {
    gender: ["Female", "Male"],
    nationality: ["Indian"],
    marital: ["Unmarried", "Married", "Single"],
    religion: ["Hindu", "Muslim", "Christian", "Sikh"],
    phone: ["+91-98########", "+91 97### #####", "99########"],
    address: [
      "H.No. {n}/#, {street}, {city} - ######, {state}",
      "Flat {n}0#, Sai Residency, {street}, {city} ######",
    ],
  },
  birthForms: ["{DD}-{MM}-{Y}", "{D}th {month} {Y}", "{DD}/{MM}/{Y}"],
  pageTitles: ["CURRICULUM VITAE", "RESUME", "BIO-DATA"],
  lists: {
    ...EN_US.lists,
    employer: ["Suryodaya Infotech Pvt. Ltd.", "Nilgiri Textiles", "Kaveri Logistics Ltd.", "Amrit Hospital"],
    school: ["Vindhya Institute of Technology", "Konark University", "St. Alban's College"],
    degree: ["B.Tech in", "M.Tech in", "B.Com in", "MBA in"],
    place: ["Pune", "Coimbatore", "Kolkata", "Hyderabad"],
    state: ["Maharashtra", "Tamil Nadu", "West Bengal", "Telangana"],
    street: ["MG Road", "Gandhi Nagar", "2nd Cross Street", "Banjara Hills"],
  },
};
