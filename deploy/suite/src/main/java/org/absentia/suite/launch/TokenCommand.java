package org.absentia.suite.launch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.absentia.suite.Command;
import org.absentia.suite.Installation;

/** Prints a bearer token and nothing else, so that it fits into a shell's {@code $(...)}. */
public final class TokenCommand implements Command {
  @Override
  public String name() {
    return "token";
  }

  @Override
  public String usage() {
    return """
    token ROLE [--trial TRIAL]...
        print a bearer token for a role, for all trials or for those named
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    List<String> roles = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    Iterator<String> words = args.iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("--trial")) {
        trials.add(Words.valueOf(word, words));
      } else {
        roles.add(word);
      }
    }
    if (roles.size() != 1) {
      throw new IllegalArgumentException("token needs one role");
    }
    System.out.println(installation.token(roles.getFirst(), trials.toArray(String[]::new)));
    return 0;
  }
}
