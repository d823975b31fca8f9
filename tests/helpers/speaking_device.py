"""A device that reads aloud: headless browsers have no voices."""

_DEVICE = """
  window.heard = [];
  const voice = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang, default: false });
  const voices = [voice("vi-VN", %s), voice("en-US", %s)];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    addEventListener() {},
    speak(utterance) { window.heard.push(utterance.text); window.ends = () => utterance.onend(); },
    cancel() {},
  } });
"""


def device_with_voices(*, own: bool = True) -> str:
    """Return the script of a device with voices: its own, or voices that send the text to somebody's server."""
    return _DEVICE % (("true", "true") if own else ("false", "false"))
