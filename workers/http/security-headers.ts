import { secureHeaders } from "hono/secure-headers";

const shared = {
  defaultSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};
const others = { referrerPolicy: "no-referrer", xFrameOptions: "DENY" } as const;

/** Pages without any script: our stylesheet, our pictures, forms that post to us, and nothing else. */
export const strictHeaders = () =>
  secureHeaders({
    ...others,
    contentSecurityPolicy: { ...shared, styleSrc: ["'self'"], imgSrc: ["'self'", "data:"] },
  });

/** The API reference is the one page with a script: swagger-ui's own, served from here, which styles in line. */
export const referenceHeaders = () =>
  secureHeaders({
    ...others,
    contentSecurityPolicy: {
      ...shared,
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
    },
  });
