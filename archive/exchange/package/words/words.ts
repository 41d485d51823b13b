/** The fixed wording of a package in one language: what its recipient reads. Holes are written `{so}`. */
export interface Words {
  readonly language: string;
  /** Of `README.txt`, below one another. */
  readonly readme: {
    readonly title: string;
    readonly inside: string;
    readonly check: string;
    readonly key: string;
    readonly limits: string;
  };
  readonly page: PageWords;
  readonly script: ScriptWords;
}

/** Of `VERIFY.html`. */
export interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly drop: string;
  readonly dropFailed: string;
  readonly working: string;
  readonly noPackage: string;
  readonly twoPackages: string;
  readonly unreadable: string;
  readonly sound: string;
  readonly soundUnsigned: string;
  readonly unsound: string;
  readonly same: string;
  readonly changed: string;
  readonly missing: string;
  readonly extra: string;
  readonly signature: string;
  readonly signed: string;
  readonly broken: string;
  readonly unsigned: string;
  readonly unchecked: string;
  readonly fingerprint: string;
  readonly compare: string;
  readonly compareHint: string;
  readonly compareSame: string;
  readonly compareOther: string;
  readonly limits: string;
  readonly offline: string;
}

/** Of `verify.sh` and `verify.ps1`. */
export interface ScriptWords {
  readonly about: string;
  readonly usage: string;
  readonly noTool: string;
  readonly noPackage: string;
  readonly same: string;
  readonly changed: string;
  readonly missing: string;
  readonly extra: string;
  readonly signed: string;
  readonly broken: string;
  readonly unread: string;
  readonly unchecked: string;
  readonly fingerprint: string;
  readonly compareSame: string;
  readonly compareOther: string;
  readonly sound: string;
  readonly unsound: string;
}
