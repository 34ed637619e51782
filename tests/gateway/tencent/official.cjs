// Opens and seals with the official @wecom/crypto what it reads as JSON, and prints the same.
const { decrypt, encrypt, getSignature } = require('@wecom/crypto');

const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const { key, id, token, texts, sealed } = asked;
process.stdout.write(JSON.stringify({
  sealed: texts.map((text) => encrypt(key, text, id)),
  opened: sealed.map((each) => decrypt(key, each)).map(({ message, id }) => [message, id]),
  signatures: sealed.map((each) => getSignature(token, '1', 'n', each)),
}));
