export const signIn = {
  title: "Sign in",
  lead: "Follow stolen money through droppers’ accounts, to the last tenge.",
  login: "Login",
  password: "Password",
  submit: "Sign in",
  provider: {
    begin: "Sign in with {{name}}",
    waiting: "One moment, the answer is being checked …",
    again: "Back to signing in",
  },
  change: {
    title: "Choose your own password",
    lead: "The password you were given works once. Choose one that only you know.",
    current: "Current password",
    next: "New password",
    again: "New password once more",
    rule: "At least 12 characters. A few words in a row are easy to remember and hard to guess.",
    differ: "The two new passwords are not the same.",
    short: "The new password needs at least 12 characters.",
    submit: "Save and go on",
    done: "The password is changed.",
  },
};
