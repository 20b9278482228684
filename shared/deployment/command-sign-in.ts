/** Where an issuer sends people back to who sign in from a command line: a page of their own machine (RFC 8252). */
export const commandReturnPort = 8976;
/** By name, because Cognito takes no other address without TLS. */
export const commandReturnAddress = `http://localhost:${commandReturnPort}/sign-in/done`;
