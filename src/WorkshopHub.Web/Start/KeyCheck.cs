using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Start;

/// <summary>
/// The keys of the installation, looked at before anybody is served: a key that cannot be read would only be noticed by
/// phones, screens and sign-ins that all fail. None is made anew without a word where something depends on the old one.
/// </summary>
internal static class KeyCheck
{
    public const int RoomKeyBytes = 32;

    /// <summary>On the command line: where the room key is lost, a new one is wanted.</summary>
    public const string NewRoomKey = "--new-room-key";

    /// <summary>The key from which the tokens of phones and screens follow. A new installation gets one.</summary>
    /// <param name="isUsed">There are sessions, so that phones and screens may have tokens.</param>
    /// <param name="renew">The person at the server has asked for a new one in place of one that cannot be used.</param>
    /// <exception cref="CannotStartException">It is missing, has another size or cannot be read.</exception>
    public static void RoomKey(string file, bool isUsed, bool renew)
    {
        try
        {
            var there = File.Exists(file) || Directory.Exists(file);
            if (there && !Directory.Exists(file) && new FileInfo(file).Length == RoomKeyBytes)
            {
                using var read = File.OpenRead(file);
                return;
            }

            if (there ? renew : renew || !isUsed)
            {
                Write(file, RandomNumberGenerator.GetBytes(RoomKeyBytes));
                return;
            }

            throw new CannotStartException(
                (there ? $"The key {file} is damaged: it should have {RoomKeyBytes} bytes. " : $"The key {file} is missing. ")
                + "From it follow the links of all screens and what lets each phone back in. Put it back from your last backup. "
                + $"If there is none, start once with {NewRoomKey}: then all phones join anew and all screens get new links.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(StorageSentences.Say(e, file), e);
        }
    }

    /// <summary>The keys behind sign-ins: all of them can be read, and one can be used.</summary>
    /// <exception cref="CannotStartException">The message names the file.</exception>
    public static void SignIns(string folder, IDataProtectionProvider protection)
    {
        var file = folder;
        try
        {
            foreach (var key in Directory.EnumerateFileSystemEntries(folder, "*.xml"))
            {
                file = key;
                using var read = File.OpenRead(key);
                _ = XElement.Load(read);
            }

            file = folder;
            var protector = protection.CreateProtector(nameof(KeyCheck));
            _ = protector.Unprotect(protector.Protect([1]));
        }
        catch (Exception e) when (e is XmlException or CryptographicException or FormatException or ArgumentException
            or InvalidOperationException)
        {
            throw new CannotStartException(
                $"The keys for signing in cannot be read: {file} is damaged. Put it back from your last backup. "
                + "If there is none, move it away: then everybody signs in again, and nothing else changes.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(StorageSentences.Say(e, file), e);
        }
    }

    private static void Write(string file, byte[] key)
    {
        // Whole or not at all: a half-written key would sign everybody out after a power cut.
        var half = file + ".new";
        using (var to = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            to.Write(key);
            to.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: true);
    }
}
