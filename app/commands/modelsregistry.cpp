// SPDX-License-Identifier: GPL-3.0-or-later
// `assay models registry …`: which commands there are and what they take.
#include "app/commands/modelsregistry.h"

#include "app/commands/options.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

using Texts = std::shared_ptr<RegistryTexts>;

/// Makes the commands, all with one set of texts.
class Declaration
{
public:
    Declaration(CLI::App &registry, CommandBody &chosen)
        : m_registry(registry)
        , m_chosen(chosen)
        , m_texts(std::make_shared<RegistryTexts>())
    {
    }

    /// The current command from here on.
    Declaration &command(const char *name, const char *summary, RegistryAction action)
    {
        m_command = m_registry.add_subcommand(name, summary);
        m_command->fallthrough();
        m_command->parse_complete_callback([texts = m_texts, action, &chosen = m_chosen] {
            chosen = [texts, action](const Call &call) -> Result<Answer> {
                const auto workbench = openWorkbench(call.common);
                if (!workbench)
                    return Failure(workbench.error());
                return action(**workbench, *texts, call);
            };
        });
        return *this;
    }

    Declaration &takes(const char *name, std::string RegistryTexts::*text, const char *help)
    {
        m_command->add_option(name, (*m_texts).*text, help)->required();
        return *this;
    }
    Declaration &may(const char *name, std::string RegistryTexts::*text, const char *type, const char *help)
    {
        m_command->add_option(name, (*m_texts).*text, help)->type_name(type);
        return *this;
    }
    Declaration &may(const char *name, bool RegistryTexts::*flag, const char *help)
    {
        m_command->add_flag(name, (*m_texts).*flag, help);
        return *this;
    }
    Declaration &model() { return takes("MODEL", &RegistryTexts::model, "Name of the registered model"); }
    Declaration &version() { return takes("VERSION", &RegistryTexts::version, "Number, alias or `latest`"); }
    Declaration &reason() { return may("--reason", &RegistryTexts::reason, "TEXT", "Why; the history keeps it"); }
    Declaration &tags(const char *name)
    {
        if (*name == '-')
            addRepeatable(*m_command, name, m_texts->pairs, "A tag");
        else
            m_command->add_option(name, m_texts->pairs, "KEY=VALUE, one or more");
        m_command->get_option(name)->type_name("KEY=VALUE");
        return *this;
    }
    Declaration &removedTags()
    {
        addRepeatable(*m_command, "--remove", m_texts->removed, "Take this tag off");
        m_command->get_option("--remove")->type_name("KEY");
        return *this;
    }

private:
    CLI::App &m_registry;
    CommandBody &m_chosen;
    Texts m_texts;
    CLI::App *m_command = nullptr;
};

void declareLooking(Declaration &declare)
{
    declare.command("list", "List the registered models", registryList);
    declare.command("show", "Tell a model's versions, where they come from and which aliases they have", registryShow)
        .model();
    declare.command("history", "Tell who changed what, when and why", registryHistory).model();
    declare.command("verify", "Check that the bytes of versions are there and unchanged", registryVerify)
        .model()
        .may("VERSION", &RegistryTexts::version, "", "Only this one");
}

void declareKeeping(Declaration &declare)
{
    declare.command("create", "Make a model without versions", registryCreate)
        .takes("NAME", &RegistryTexts::model, "Its name")
        .may("--note", &RegistryTexts::text, "TEXT", "What it is for");
    declare.command("register", "Make the model of a run the next version", registryRegister)
        .takes("RUN", &RegistryTexts::run, "Name or first digits of the id")
        .may("--model", &RegistryTexts::model, "NAME", "Of which model; made when there is none (default: the target)")
        .may("--artifact", &RegistryTexts::artifact, "NAME", "Which artifact (default: the run's model)")
        .may("--note", &RegistryTexts::text, "TEXT", "A note on the version")
        .tags("--tag");
    declare.command("rename", "Give a model another name", registryRename)
        .model()
        .takes("NAME", &RegistryTexts::name, "The new name");
    declare.command("note", "Write a note on a model or a version", registryNote)
        .model()
        .takes("TEXT", &RegistryTexts::text, "The note; an empty one removes it")
        .may("--version", &RegistryTexts::version, "VERSION", "On this version");
    declare.command("tag", "Tag a model or a version", registryTag)
        .model()
        .tags("TAGS")
        .removedTags()
        .may("--version", &RegistryTexts::version, "VERSION", "This version");
    declare.command("stage", "Say in which stage a version is", registryStage)
        .model()
        .version()
        .takes("STAGE", &RegistryTexts::stage, "none, staging, production or archived")
        .reason();
    declare.command("delete", "Delete a model with its history, or one version", registryDelete)
        .model()
        .may("--version", &RegistryTexts::version, "VERSION", "Only this one; its number is never used again")
        .may("--force", &RegistryTexts::force, "Also when the model has versions, or the version an alias")
        .reason();
}

void declareMoving(Declaration &declare)
{
    declare.command("alias", "Point an alias at a version", registryAlias)
        .model()
        .takes("ALIAS", &RegistryTexts::alias, "Such as `challenger`")
        .may("VERSION", &RegistryTexts::version, "", "Number, alias or `latest`")
        .may("--remove", &RegistryTexts::remove, "Take the alias away")
        .reason();
    declare.command("promote", "Make a version the champion, on a comparison with the one it replaces", registryPromote)
        .model()
        .version()
        .may("--alias", &RegistryTexts::alias, "ALIAS", "Another alias than champion")
        .may("--against", &RegistryTexts::against, "VERSION", "Compare with this one (default: the alias's version)")
        .may("--metric", &RegistryTexts::metric, "METRIC", "Decide by this one (default: the headline metric)")
        .may("--force", &RegistryTexts::force, "Also when it is worse, or cannot be compared")
        .reason();
    declare.command("rollback", "Point an alias at the version it had before", registryRollback)
        .model()
        .may("--alias", &RegistryTexts::alias, "ALIAS", "Another alias than champion")
        .reason();
}

} // namespace

void declareRegistry(CLI::App &models, CommandBody &chosen)
{
    CLI::App *registry = models.add_subcommand("registry", "Registered models: versions, aliases, stages, history");
    registry->require_subcommand(1);
    registry->fallthrough();
    registry->footer("Example:\n  assay models registry promote churn 4 --metric roc_auc\n"
                     "`assay models registry COMMAND --help` tells more about a command.");
    Declaration declare(*registry, chosen);
    declareLooking(declare);
    declareKeeping(declare);
    declareMoving(declare);
}

} // namespace assay::app
