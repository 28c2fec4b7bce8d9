Hello,

${name} at ${site} asks for mail to this address.

If that is you, open this page, sign in, and confirm it. The link is good for one day:

${link}

If it is not you, do nothing: no more mail comes.
