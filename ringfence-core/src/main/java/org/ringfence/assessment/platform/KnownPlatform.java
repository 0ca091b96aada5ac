package org.ringfence.assessment.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ringfence.knowledge.PlatformProfile;
import org.ringfence.mail.Surface;
import org.ringfence.mail.SurfaceKind;

/** A profile, ready for matching. */
final class KnownPlatform {
  private final PlatformProfile profile;
  private final Identities identities;
  private final List<Template> senderNames;
  private final List<KnownForm> forms;

  private KnownPlatform(
      PlatformProfile profile, List<Template> senderNames, List<KnownForm> forms) {
    this.profile = profile;
    this.identities = Identities.of(profile.identities());
    this.senderNames = senderNames;
    this.forms = forms;
  }

  /**
   * Makes {@code profile} ready.
   *
   * @throws IllegalArgumentException if one of its templates cannot be read
   */
  static KnownPlatform of(PlatformProfile profile) {
    try {
      return new KnownPlatform(
          profile,
          profile.senderNames().stream().map(TemplateSyntax::read).toList(),
          forms(profile));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Profile " + profile.id() + ": " + e.getMessage(), e);
    }
  }

  /** Whether the message comes from this platform. */
  boolean sent(ReadMessage message) {
    return identities.cover(message.authors());
  }

  /** The notification that a message from this platform is. */
  Optional<Recognition> notification(ReadMessage message) {
    for (KnownForm form : forms) {
      Optional<KnownForm.Match> match = form.match(message);
      if (match.isPresent()) {
        return Optional.of(notification(message, form, match.get()));
      }
    }
    return Optional.empty();
  }

  List<KnownForm> forms() {
    return forms;
  }

  /** What is said of a message from elsewhere that has the form {@code form}. */
  Recognition lookAlike(KnownForm form) {
    return new Recognition.LookAlike(
        profile.id(),
        "It has the words of %s's notification \"%s\", but its From address is none of %s's."
            .formatted(profile.name(), form.kind(), profile.name()));
  }

  private Recognition.Notification notification(
      ReadMessage message, KnownForm form, KnownForm.Match match) {
    Marks marks = new Marks();
    for (Surface surface : message.surfaces()) {
      Optional<Grid> body =
          match.bodies().stream().filter(grid -> grid.surface().equals(surface)).findFirst();
      if (surface.equals(message.subject().surface())) {
        marks.slot(Slot.UNKNOWN, message.subject(), 0, match.start().at());
        marks.take(message.subject(), match.subject());
      } else if (body.isPresent()) {
        form.layout().read(body.get(), marks);
      } else if (!isSenderName(surface, marks)) {
        marks.slot(Slot.UNKNOWN, surface);
      }
    }
    return new Recognition.Notification(
        profile.id(), form.kind(), marks.fields(), marks.slots(), marks.links());
  }

  private boolean isSenderName(Surface surface, Marks marks) {
    if (surface.kind() != SurfaceKind.DISPLAY_NAME || !surface.place().equals(Identities.FROM)) {
      return false;
    }
    Line name = Line.of(surface);
    Optional<List<Template.Filling>> fillings =
        senderNames.stream()
            .flatMap(template -> template.match(name.text(), 0).stream())
            .findFirst();
    fillings.ifPresent(found -> marks.take(name, found));
    return fillings.isPresent();
  }

  private static List<KnownForm> forms(PlatformProfile profile) {
    Map<String, BodyLayout> layouts = new LinkedHashMap<>();
    profile
        .layouts()
        .forEach((name, layout) -> layouts.put(name, BodyLayout.of(layout, profile.shared())));
    List<KnownForm> forms = new ArrayList<>();
    for (PlatformProfile.Kind kind : profile.kinds()) {
      for (PlatformProfile.Form form : kind.forms()) {
        forms.add(
            new KnownForm(
                kind.id(),
                TemplateSyntax.read(form.subject()),
                Objects.requireNonNull(layouts.get(form.layout()))));
      }
    }
    return forms;
  }
}
