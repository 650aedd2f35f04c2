package org.nachbarstrom.metering.closing;

/** How the hash of a version's inputs was made. */
public enum InputsForm {
  /** Of versions before inputs were listed: one stream of terms and values, day by day. */
  STREAMED(1),
  /** Over the list of keys and members, see {@link InputsHash}. */
  LISTED(2);

  private final int number;

  InputsForm(int number) {
    this.number = number;
  }

  /** As it is stored. */
  public int number() {
    return number;
  }

  /**
   * The form with the number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static InputsForm of(int number) {
    for (InputsForm form : values()) {
      if (form.number == number) {
        return form;
      }
    }
    throw new IllegalArgumentException("no form of inputs is " + number);
  }
}
